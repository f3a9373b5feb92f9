import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { staticEmbedder } from '#adapters/embedded/static-embedder.ts';
import { CaseContent } from '#contracts/case.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import { embedPassages } from '#core/projection/embed-passages.ts';
import { passageOfCase } from '#core/projection/passage-of-case.ts';
import { aCase } from '#test/support/a-case.ts';
import { generatedCases } from './generated-cases.ts';
import { vocabularyWords } from './vocabulary-words.ts';

const BATCH = 200;
/** Passages that share a tag: a filter of one is narrow. */
const TAGGED = 50;

const models = join(import.meta.dirname, '../../models');

/** The embedded model, and generated cases and queries of its vocabulary. */
export const generatedTenant = (seed: number) => {
  const vocabulary = readFileSync(join(models, 'vocab.txt'));
  const embedder = staticEmbedder({ table: readFileSync(join(models, 'static-en-256.bin')), vocabulary });
  const generated = generatedCases(vocabularyWords(), seed);

  /** Fills an index with so many cases; milliseconds of each step, and all vectors one after the other. */
  const fill = async (index: SearchIndex, passages: number) => {
    const rows: LivingCase[] = [];
    const vectors = new Float32Array(passages * embedder.dimensions);
    const spent = { embedding: 0, writing: 0 };
    while (rows.length < passages) {
      const batch = Array.from({ length: Math.min(BATCH, passages - rows.length) }, (_, n) => {
        const number = rows.length + n;
        const tags = [`tag-${number % Math.ceil(passages / TAGGED)}`];
        return aCase({ id: `case-${number}`, content: CaseContent.parse({ ...generated.next(), tags }) });
      });
      const began = performance.now();
      const embedded = await embedPassages(embedder, 'demo', batch.map(passageOfCase));
      const between = performance.now();
      await index.upsert(embedded);
      spent.embedding += between - began;
      spent.writing += performance.now() - between;
      for (const [n, { vector }] of embedded.entries())
        if (vector) vectors.set(vector, (rows.length + n) * embedder.dimensions);
      rows.push(...batch);
    }
    return { rows, vectors, spent };
  };
  return { embedder, query: () => generated.query(), fill };
};
