import { workerData } from 'node:worker_threads';
import { sqliteSearchIndex } from '#adapters/sqlite/sqlite-search-index.ts';
import { aPassage, aVector } from './a-passage.ts';
import { anIndexName } from './an-index-name.ts';

/** A thread that writes versions 1 to 20 of the same fifty passages as its siblings, each in an order of its own, and reads between. */
const { directory, n } = workerData as { directory: string; n: number };
const index = sqliteSearchIndex({ directory, name: anIndexName() });

for (let round = 0; round < 20; round += 1) {
  const version = ((round + n * 5) % 20) + 1;
  const passages = Array.from({ length: 50 }, (_, at) =>
    aPassage({ id: `c-${at}`, version, text: `text v${version}`, vector: aVector(at % 8) }),
  );
  await index.upsert(passages);
  await index.search({
    tenant: 'demo',
    kinds: ['case'],
    filters: {},
    text: 'text',
    vector: aVector(n),
    limit: 10,
  });
}
