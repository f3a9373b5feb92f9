import type { WriterModel } from '#contracts/writer-name.ts';

/** How a model wants to be asked, and what it takes. */
export type WriterDialect = {
  /**
   * How the form of the answer is forced: `schema` by `outputConfig.textFormat`, `tool` by a tool that must be used. A
   * model that thinks refuses a forced tool; Nova knows only that.
   */
  readonly form: 'schema' | 'tool';
  /** Claude 5 and later refuse any temperature. */
  readonly temperature: 0 | undefined;
  /** `off`: it may think and is told not to. `low`: it always thinks, as little as it can. */
  readonly thinking: 'never' | 'off' | 'low';
  /** Caps of the output of the first and of the second try, thoughts included. */
  readonly mostTokens: readonly [number, number];
  /** Output of an article as a rule: estimated, to be measured on an account. */
  readonly typicalTokens: number;
  /** The longest that one try may take. */
  readonly secondsATry: number;
};

const BRIEF = { mostTokens: [4_000, 8_000], typicalTokens: 1_500, secondsATry: 60 } as const;
const THOUGHTFUL = { mostTokens: [12_000, 20_000], typicalTokens: 4_000, secondsATry: 120 } as const;

/** The dialects of all models that can write. */
export const WRITER_DIALECTS: Readonly<Record<WriterModel, WriterDialect>> = {
  'claude-haiku-5-5': { form: 'schema', temperature: undefined, thinking: 'off', ...BRIEF },
  'claude-sonnet-5-5': { form: 'schema', temperature: undefined, thinking: 'low', ...THOUGHTFUL },
  'claude-opus-5-5': { form: 'schema', temperature: undefined, thinking: 'low', ...THOUGHTFUL },
  'claude-haiku-4-5': { form: 'schema', temperature: 0, thinking: 'never', ...BRIEF },
  'nova-2-lite': { form: 'tool', temperature: 0, thinking: 'never', ...BRIEF },
};
