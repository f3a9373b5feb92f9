import type { WriterModel } from '#contracts/writer-name.ts';

/** USD for a million tokens. */
export type WriterPrice = { readonly input: number; readonly output: number };

/**
 * Prices on demand through a `global.` profile; those of a region cost some 10 % more. Third-party catalogue, checked by
 * its author against AWS's model cards on 9 and 10 October 2026; AWS's own page could not be read. Haiku 5.5 costs five
 * times as much from 100,000 tokens of input, which no prompt of ours reaches; Nova's is that of its `us.` profile.
 */
export const WRITER_PRICES: Readonly<Record<WriterModel, WriterPrice>> = {
  'claude-haiku-5-5': { input: 0.1, output: 0.5 },
  'claude-sonnet-5-5': { input: 2, output: 10 },
  'claude-opus-5-5': { input: 4, output: 20 },
  'claude-haiku-4-5': { input: 1, output: 5 },
  'nova-2-lite': { input: 0.33, output: 2.75 },
};
