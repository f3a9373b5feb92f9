import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

/** Options that every command takes, and those of some. */
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** What a command is given. */
export type Invocation = {
  /** What stands behind its name. */
  readonly words: readonly string[];
  readonly options: Options;
  readonly json: boolean;
  readonly terminal: Terminal;
  readonly session: Session;
  /** The command line that calls this profile again, e.g. `caselore --profile prod`. */
  readonly caller: string;
  readonly signal: AbortSignal;
};

/** A command: does its work and answers the exit code. */
export type Command = {
  /** What stands behind its name, for the help. */
  readonly synopsis: string;
  readonly summary: string;
  /** Its own options: `value` takes a text. */
  readonly options: Readonly<Record<string, { readonly type: 'value' | 'flag'; readonly summary: string }>>;
  /** How many words it takes. */
  readonly words: { readonly least: number; readonly most: number };
  run(invocation: Invocation): Promise<number>;
};
