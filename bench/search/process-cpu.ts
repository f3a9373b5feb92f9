import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of CPU by part, e.g. `{ 'host, main thread': 812, dynoxide: 340 }`. */
export type CpuByPart = Readonly<Record<string, number>>;

/** Linux counts CPU in hundredths of a second (USER_HZ, proc(5)). */
const MILLISECONDS_A_TICK = 10;

type Stat = { readonly name: string; readonly parent: number; readonly milliseconds: number };

/** A process or thread may end while it is looked at. */
const attempt = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const statOf = (directory: string): Stat | undefined => {
  const parts = /^\d+ \((.*)\) (.*)$/s.exec(attempt(`${directory}/stat`));
  if (!parts) return undefined;
  const [, name = '', rest = ''] = parts;
  const fields = rest.split(' ').map(Number);
  const ticks = (fields[11] ?? 0) + (fields[12] ?? 0);
  return { name, parent: fields[1] ?? 0, milliseconds: ticks * MILLISECONDS_A_TICK };
};

const numbersIn = (directory: string): readonly number[] =>
  readdirSync(directory)
    .map(Number)
    .filter((number) => number > 0);

/** A process and all that it has started. */
const treeOf = (root: number): readonly number[] => {
  const parents = new Map(numbersIn('/proc').map((pid) => [pid, statOf(`/proc/${pid}`)?.parent]));
  const below = (pid: number): readonly number[] => [
    pid,
    ...[...parents].filter(([, parent]) => parent === pid).flatMap(([child]) => below(child)),
  ];
  return below(root);
};

/** The program that a process runs, by its file: `local/host/main.ts` is `host/main`. */
const programOf = (pid: number): string => {
  const words = attempt(`/proc/${pid}/cmdline`).split('\0');
  const script = words.find((word) => /\.(ts|mjs)$/.test(word)) ?? words[0] ?? '';
  return script
    .split('/')
    .slice(-2)
    .join('/')
    .replace(/\.\w+$/, '');
};

const HOST = 'host/main';

const partsOf = (pid: number): readonly (readonly [string, number])[] => {
  const program = programOf(pid);
  if (program !== HOST) return [[program, statOf(`/proc/${pid}`)?.milliseconds ?? 0]];
  return numbersIn(`/proc/${pid}/task`).flatMap((thread) => {
    const stat = statOf(`/proc/${pid}/task/${thread}`);
    return stat ? [[`host: ${thread === pid ? 'main thread' : stat.name}`, stat.milliseconds] as const] : [];
  });
};

/** What each part of a tree of processes has used so far; the threads of the laptop form's host by their names. */
export const cpuByPart = (root: number): CpuByPart => {
  const sums = new Map<string, number>();
  for (const [part, used] of treeOf(root).flatMap(partsOf)) sums.set(part, (sums.get(part) ?? 0) + used);
  return Object.fromEntries(sums);
};

/** What was used between two readings, a request: milliseconds, the largest part first; parts below 0.01 are left out. */
export const cpuPerRequest = (before: CpuByPart, after: CpuByPart, requests: number): CpuByPart =>
  Object.fromEntries(
    Object.entries(after)
      .map(
        ([part, used]) => [part, Math.round((100 * (used - (before[part] ?? 0))) / requests) / 100] as const,
      )
      .filter(([, used]) => used >= 0.01)
      .toSorted(([, a], [, b]) => b - a),
  );
