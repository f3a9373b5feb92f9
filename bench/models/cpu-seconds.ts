import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Linux counts a process's time in hundredths of a second, whatever the kernel's own clock. */
const TICKS_A_SECOND = 100;
const TASKS = '/proc/self/task';

/** Fields 14 and 15 of a process's line, counted after its name, which may hold anything in parentheses. */
const secondsOf = (pid: string): number => {
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
};

const children = (): readonly string[] =>
  readdirSync(TASKS).flatMap((task) =>
    readFileSync(`${TASKS}/${task}/children`, 'utf8').split(' ').filter(Boolean),
  );

/**
 * Seconds of processor that this process and its workers have used, emulators among them (Linux; elsewhere its own only). Unlike the wall
 * clock, hardly moved by what else the machine does.
 */
export const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  const own = (user + system) / 1_000_000;
  if (!existsSync(TASKS)) return own;
  return children().reduce((sum, pid) => sum + secondsOf(pid), own);
};
