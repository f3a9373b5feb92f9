import { readFileSync } from 'node:fs';
import type { StaticModel } from '#adapters/embedded/static-embedder.ts';

const file = (name: string): Uint8Array => readFileSync(new URL(`../../models/${name}`, import.meta.url));

/** The model of this repository. */
export const theStaticModel = (): StaticModel => ({
  table: file('static-en-256.bin'),
  vocabulary: file('vocab.txt'),
});
