import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The whole words of the embedded model's vocabulary, of which generated cases are made. */
export const vocabularyWords = (): readonly string[] =>
  readFileSync(join(import.meta.dirname, '../../models/vocab.txt'), 'utf8')
    .split('\n')
    .filter((piece) => /^[a-z]{2,}$/.test(piece));
