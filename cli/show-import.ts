import type { Import, ImportRecord } from '#client/operations.ts';
import { count, duration } from './numbers.ts';
import type { Session } from './session.ts';
import { harmless, type Style, type Terminal } from './terminal.ts';

const SHOWN_RECORDS = 10;
const COLOUR: Readonly<Record<Import['state'], Style>> = {
  awaiting_upload: 'cyan',
  processing: 'cyan',
  verifying: 'cyan',
  needs_review: 'yellow',
  completed: 'green',
  cancelled: 'yellow',
  failed: 'red',
};

/** The first records of an import that were not taken. */
export const firstNotTaken = async ({ client }: Session, seen: Import): Promise<readonly ImportRecord[]> => {
  if (seen.counts.rejected + seen.counts.failed === 0) return [];
  const { body } = await client.call('listImportRecords', {
    path: { id: seen.id },
    query: { limit: SHOWN_RECORDS },
  });
  return body.items;
};

const showCounts = (terminal: Terminal, { counts }: Import): void => {
  const bad = (value: number, text: string): string => (value > 0 ? terminal.paint('red', text) : text);
  const rows: readonly [string, number][] = [
    ['received', counts.received],
    ['indexed', counts.indexed],
    ['unchanged', counts.unchanged],
    ['rejected', counts.rejected],
    ['failed', counts.failed],
    ['pending', counts.pending],
  ];
  const width = Math.max(...rows.map(([, value]) => count(value).length));
  for (const [name, value] of rows) {
    const line = `  ${name.padEnd(10)} ${count(value).padStart(width)}`;
    terminal.print(name === 'rejected' || name === 'failed' ? bad(value, line) : line);
  }
};

const showFindings = (terminal: Terminal, { quality }: Import): void => {
  if (!quality || quality.findings.length === 0) return;
  terminal.print();
  terminal.print(terminal.paint('bold', 'Findings'));
  for (const { severity, code, count: times, sample_lines: lines } of quality.findings) {
    const where = lines.length > 0 ? terminal.paint('dim', `  line ${lines.join(', ')}`) : '';
    terminal.print(
      `  ${terminal.paint(severity === 'error' ? 'red' : 'yellow', code)}  ${count(times)}×${where}`,
    );
  }
};

const showRecords = (terminal: Terminal, seen: Import, records: readonly ImportRecord[]): void => {
  if (records.length === 0) return;
  const all = seen.counts.rejected + seen.counts.failed;
  terminal.print();
  const which =
    records.length < all ? `The first ${records.length} of ${count(all)} records not taken` : 'Not taken';
  terminal.print(terminal.paint('bold', which));
  for (const { line, id, code, reason } of records) {
    const name = id === undefined ? '' : `  ${harmless(id)}`;
    terminal.print(`  line ${line}${name}  ${terminal.paint('red', code)}  ${harmless(reason)}`);
  }
};

const secondsOf = ({ started_at: from, completed_at: to }: Import): string =>
  from !== undefined && to !== undefined
    ? ` in ${duration((Date.parse(to) - Date.parse(from)) / 1_000)}`
    : '';

/** Shows an import: its state, its counts, what was found in it, and the first records that were not taken. */
export const showImport = (terminal: Terminal, seen: Import, records: readonly ImportRecord[]): void => {
  const name = seen.name === undefined ? '' : `  ${harmless(seen.name)}`;
  const state = terminal.paint(COLOUR[seen.state], seen.state);
  terminal.print(`${terminal.paint('bold', `Import ${seen.id}`)}${name}  ${state}${secondsOf(seen)}`);
  if (seen.failure) terminal.print(`  ${seen.failure.code}: ${harmless(seen.failure.reason)}`);
  showCounts(terminal, seen);
  showFindings(terminal, seen);
  showRecords(terminal, seen, records);
};
