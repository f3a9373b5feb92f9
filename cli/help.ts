import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';

const COMMON = [
  ['--profile NAME', 'a profile of ~/.config/caselore/config.json, or "laptop"'],
  ['--json', 'one JSON document instead of text'],
  ['--help', 'this, or the help of a command'],
] as const;

const EXIT_CODES = `Exit codes
  0  done                              64  wrong usage
  1  some records rejected or failed   65  refused by the API
  2  the import needs review           66  the file cannot be read
  3  the import failed or was ended    69  Caselore cannot be reached
                                       77  no permission
                                       78  wrong profile
                                      130  interrupted`;

const table = (rows: readonly (readonly [string, string])[]): string =>
  rows.map(([left, right]) => `  ${left.padEnd(26)}${right}`).join('\n');

/** The help of the program. */
export const programHelp = (): string => `caselore: import support cases and search them

Usage: caselore COMMAND [options]

Commands
${table([...COMMANDS.values()].map(({ synopsis, summary }) => [synopsis, summary]))}

Options
${table(COMMON)}

Environment
  CASELORE_URL, CASELORE_CLIENT_ID, CASELORE_CLIENT_SECRET, CASELORE_TOKEN_URL, CASELORE_SCOPE, CASELORE_PROFILE,
  NO_COLOR. Without any of them: http://localhost:8080 as demo-admin.

${EXIT_CODES}
`;

/** The help of one command. */
export const commandHelp = ({ synopsis, summary, options }: Command): string => {
  const own = Object.entries(options).map(([name, { type, summary: what }]): [string, string] => [
    `--${name}${type === 'value' ? ' …' : ''}`,
    what,
  ]);
  return `Usage: caselore ${synopsis} [options]\n\n${summary}\n\nOptions\n${table([...own, ...COMMON])}\n`;
};
