import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CliError } from './cli-error.ts';
import type { Command, Options } from './command.ts';
import { COMMANDS } from './commands.ts';
import { describeFailure } from './describe-failure.ts';
import { EXIT } from './exit-code.ts';
import { commandHelp, programHelp } from './help.ts';
import { chooseProfile } from './profile.ts';
import { openSession } from './session.ts';
import { openTerminal, type Stream, type Terminal } from './terminal.ts';

/** What a process gives. */
export type World = {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: Stream;
  readonly error: Stream;
  /** Ends what is under way, as Ctrl-C does. */
  readonly signal: AbortSignal;
};

type Line = { readonly command: Command; readonly words: readonly string[]; readonly options: Options };

const COMMON_OPTIONS = {
  profile: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

/** Options that may come several times. */
const REPEATED: ReadonlySet<string> = new Set(['map', 'type']);

const usage = (message: string, cause?: unknown) => new CliError(EXIT.usage, 'usage', message, cause);

const readLine = ([name = '', ...rest]: readonly string[]): Line => {
  const command = COMMANDS.get(name);
  if (!command) throw usage(`there is no command "${name}"; see caselore --help`);
  const own = Object.entries(command.options).map(
    ([option, { type }]): [string, { type: 'string' | 'boolean'; multiple: boolean }] => [
      option,
      { type: type === 'value' ? 'string' : 'boolean', multiple: REPEATED.has(option) },
    ],
  );
  try {
    const { values, positionals } = parseArgs({
      args: rest,
      options: { ...Object.fromEntries(own), ...COMMON_OPTIONS },
      allowPositionals: true,
    });
    return {
      command,
      words: positionals,
      options: Object.fromEntries(
        Object.entries(values).map(([option, value]) => [
          option,
          Array.isArray(value) ? value.map(String) : value,
        ]),
      ),
    };
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error), error);
  }
};

/** Options of everybody may stand before the command: `caselore --profile prod status …`. */
const commandFirst = (args: readonly string[]): readonly string[] => {
  const leading: string[] = [];
  let at = 0;
  while (at < args.length && args[at]?.startsWith('-')) {
    const taken = args[at] === '--profile' ? 2 : 1;
    leading.push(...args.slice(at, at + taken));
    at += taken;
  }
  return [...args.slice(at, at + 1), ...leading, ...args.slice(at + 1)];
};

const report = (error: unknown, { args, signal }: World, terminal: Terminal, url = 'Caselore'): number => {
  terminal.clear();
  if (signal.aborted) return EXIT.interrupted;
  const failure = describeFailure(error, url);
  const { exitCode, code, message, requestId } = failure ?? {
    exitCode: EXIT.internal,
    code: 'internal_error',
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    requestId: undefined,
  };
  if (args.includes('--json'))
    terminal.note(JSON.stringify({ error: { code, message, request_id: requestId } }));
  else terminal.note(`${code}: ${message}${requestId === undefined ? '' : `\n  request ${requestId}`}`);
  return exitCode;
};

const serve = async (world: World, line: Line, terminal: Terminal): Promise<number> => {
  const { signal } = world;
  const { command, words, options } = line;
  if (options['help'] === true) {
    terminal.print(commandHelp(command).trimEnd());
    return EXIT.ok;
  }
  const { least, most } = command.words;
  if (words.length < least || words.length > most) throw usage(`usage: caselore ${command.synopsis}`);
  const profile = typeof options['profile'] === 'string' ? options['profile'] : undefined;
  const chosen = await chooseProfile(profile, world.env);
  const session = openSession(chosen, signal);
  const caller = profile === undefined ? 'caselore' : `caselore --profile ${profile}`;
  const json = options['json'] === true;
  try {
    return await command.run({ words, options, json, terminal, session, caller, signal });
  } catch (error) {
    return report(error, world, terminal, chosen.url);
  }
};

/** Runs one command line and answers the exit code. */
export const run = async (world: World): Promise<number> => {
  const { args, env } = world;
  const terminal = openTerminal(world.out, world.error, env);
  if (args.length === 0 || (args.length === 1 && ['--help', '-h', 'help'].includes(args[0] ?? ''))) {
    terminal.print(programHelp().trimEnd());
    return args.length === 0 ? EXIT.usage : EXIT.ok;
  }
  try {
    return await serve(world, readLine(commandFirst(args)), terminal);
  } catch (error) {
    return report(error, world, terminal);
  }
};
