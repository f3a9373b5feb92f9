import type { Embedder, EmbeddingUse } from '#core/ports/embedder.ts';
import { cpuSeconds } from './cpu-seconds.ts';

const USE: EmbeddingUse = { tenant: 'bench', purpose: 'passage' };
/** Texts of one call, as one projection has them. */
const BATCH = 100;

/** Texts a second by the wall clock, and by the processor's: what one core would do that had nothing else to do. */
export type Rate = { readonly texts_per_second: number; readonly texts_per_cpu_second: number };

/** The rate over at least `seconds`, after a first batch that does not count. */
export const rate = async (embedder: Embedder, texts: readonly string[], seconds: number): Promise<Rate> => {
  const batch = (n: number): readonly string[] =>
    Array.from({ length: BATCH }, (_, own) => texts[(n * BATCH + own) % texts.length] ?? '');
  await embedder.embed(batch(0), USE);
  const [began, worked] = [performance.now(), cpuSeconds()];
  let batches = 0;
  while (performance.now() - began < seconds * 1_000) {
    batches += 1;
    await embedder.embed(batch(batches), USE);
  }
  return {
    texts_per_second: Math.round((batches * BATCH * 1_000) / (performance.now() - began)),
    texts_per_cpu_second: Math.round((batches * BATCH) / (cpuSeconds() - worked)),
  };
};
