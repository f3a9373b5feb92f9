import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import * as z from 'zod';
import { StartRefusal } from '../start-refusal.ts';

const unlessEmpty = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

const Environment = z.object({
  PORT: unlessEmpty(z.coerce.number().int().min(0).max(65_535).default(8080)),
  CASELORE_DATA_DIR: unlessEmpty(z.string().default('.caselore')),
  CASELORE_STAGE: unlessEmpty(z.enum(['local', 'test']).default('local')),
  CASELORE_SAMPLE: unlessEmpty(z.enum(['on', 'off']).default('on')),
  CASELORE_SEED: unlessEmpty(z.coerce.number().int().min(0).optional()),
  SEARCH_URL: unlessEmpty(z.url({ protocol: /^https?$/ }).optional()),
});

/** What the person who starts the laptop form may choose. */
export type Settings = {
  /** 0 means any free one, which the data directory then keeps. */
  readonly port: number;
  /** Absolute. */
  readonly dataDirectory: string;
  readonly stage: 'local' | 'test';
  /** Whether the sample case base is loaded when all is up. */
  readonly sample: boolean;
  /** Where the search index is: an engine that somebody runs, or files in the data directory. */
  readonly searchUrl: string;
  /** Seed of the shuffling and doubling of queue messages. */
  readonly seed: number;
};

/** Reads the settings from environment variables; a relative data directory counts from `directory`. */
export const readSettings = (environment: NodeJS.ProcessEnv, directory: string): Settings => {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new StartRefusal(
      `The environment variable ${issue?.path.join('.')} is not valid: ${issue?.message}.`,
    );
  }
  const { PORT, CASELORE_DATA_DIR, CASELORE_STAGE, CASELORE_SAMPLE, CASELORE_SEED, SEARCH_URL } = parsed.data;
  const dataDirectory = resolve(directory, CASELORE_DATA_DIR);
  return {
    port: PORT,
    dataDirectory,
    stage: CASELORE_STAGE,
    sample: CASELORE_SAMPLE === 'on',
    searchUrl: SEARCH_URL ?? `sqlite:${dataDirectory}/search`,
    seed: CASELORE_SEED ?? randomInt(2 ** 31),
  };
};
