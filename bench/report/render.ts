import { Measured, type Row, type Section } from './section.ts';

const HEADING = `# Performance

Measured, never promised: each number has its command and its machine. Made by \`npm run bench:report\` from the files
in [bench/results](../bench/results); do not edit. Aims are those of the specification; ✗ marks one that is missed, and the
sentence below the table names what limits it.
`;

const met = ({ value, aim }: Row): boolean =>
  aim === undefined || (aim.is === 'least' ? value >= aim.value : value <= aim.value);

const aimOf = (row: Row): string => {
  if (row.aim === undefined) return '';
  const border = row.aim.is === 'least' ? 'at least' : 'at most';
  return `${border} ${row.aim.value} ${met(row) ? '✓' : '✗'}`;
};

const line = (row: Row): string => `| ${row.what} | ${row.value} ${row.unit} | ${aimOf(row)} |`;

const machineOf = (result: unknown): string => {
  const { machine, node, load_before: load } = Measured.parse(result);
  const named = [
    machine.cpu,
    `${machine.cores} cores`,
    `Node ${machine.node ?? node ?? '?'}`,
    load === undefined ? undefined : `load before ${load}`,
  ];
  return named.filter((part) => part !== undefined).join(', ');
};

const renderSection = (section: Section, result: unknown): string => {
  const { rows, notes = [] } = section.read(result);
  return [
    `## ${section.title}`,
    '',
    `\`${section.command}\`; ${machineOf(result)}; [${section.result}.json](../bench/results/${section.result}.json)`,
    '',
    '| what | measured | aim |',
    '| --- | --- | --- |',
    ...rows.map(line),
    ...notes.flatMap((note) => ['', note]),
    '',
  ].join('\n');
};

/** The page of all sections whose result is there, in Markdown; `resultOf` gives undefined for one that was not measured yet. */
export const renderReport = (sections: readonly Section[], resultOf: (name: string) => unknown): string => {
  const measured = sections.flatMap((section) => {
    const result = resultOf(section.result);
    return result === undefined ? [] : [renderSection(section, result)];
  });
  return [HEADING, ...measured].join('\n');
};
