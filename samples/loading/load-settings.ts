import * as z from 'zod';
import { seeds } from '../seeds.ts';

const Environment = z.object({
  CASELORE_URL: z.string().min(1),
  CASELORE_SAMPLE_CASES: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number().int().min(1).max(100_000).default(5000),
  ),
});

/** What is loaded, and where. */
export type LoadSettings = { readonly url: string; readonly seed: number; readonly size: number };

/** Reads what to load from environment variables. */
export const readLoadSettings = (environment: NodeJS.ProcessEnv): LoadSettings => {
  const { CASELORE_URL, CASELORE_SAMPLE_CASES } = Environment.parse(environment);
  return { url: CASELORE_URL, seed: seeds.demo, size: CASELORE_SAMPLE_CASES };
};
