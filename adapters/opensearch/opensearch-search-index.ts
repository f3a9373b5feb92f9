import * as z from 'zod';
import type { Pause } from '#core/ports/pause.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import type { IndexName } from '#core/search/index-name.ts';
import { askOnce } from './ask.ts';
import { callIndex, type Patience } from './call-index.ts';
import { documentId } from './document-id.ts';
import { hitDetails } from './hit-details.ts';
import { indexMapping } from './index-mapping.ts';
import { inScope, livingOf, withKeys } from './in-scope.ts';
import { listBody, listedPositions } from './list-body.ts';
import { makeIndex } from './make-index.ts';
import { type AwsCredentials, openTransport } from './open-transport.ts';
import { passageDocument, tombstoneDocument } from './passage-document.ts';
import { readVersions } from './read-versions.ts';
import { readWithoutVector } from './read-without-vector.ts';
import { searchArms } from './search-arms.ts';
import type { SearchUrl } from './search-url.ts';
import { writeDocuments } from './write-documents.ts';
import { orderOf, writeNewer } from './write-newer.ts';

const NOT_FOUND = 404;

const Vectors = z.object({
  hits: z.object({
    hits: z.array(
      z
        .object({ _source: z.object({ vector: z.array(z.number()).optional() }) })
        .transform(({ _source: { vector } }) => vector && new Float32Array(vector)),
    ),
  }),
});
const Count = z.object({ count: z.number() });

/** A person waits: an index that sleeps takes longer to wake than anybody looks at an empty page. */
const OF_A_SEARCH: Patience = { milliseconds: 3_000, tries: 2 };
/** A queue waits: an index that sleeps may wake meanwhile. */
const OF_A_WRITE: Patience = { milliseconds: 20_000, tries: 4 };

/** Which OpenSearch, and which index of it. */
export type OpensearchSettings = {
  readonly url: SearchUrl;
  readonly name: IndexName;
  readonly credentials: AwsCredentials;
  readonly pause: Pause;
  /** How a search waits; 3 s unless said otherwise. */
  readonly patience?: Patience;
};

/** What OpenSearch calls an index; model names hold letters, digits, dots and dashes. */
const indexNameOf = ({ model, generation }: IndexName): string =>
  `caselore-${model.toLowerCase()}-g${generation}`;

/** The search index in OpenSearch: Serverless, a managed domain or one of one's own; one index for all tenants. See docs/adr/0130. */
export const opensearchSearchIndex = ({
  url,
  name,
  credentials,
  pause,
  patience = OF_A_SEARCH,
}: OpensearchSettings): SearchIndex & { drop(): Promise<void> } => {
  const transport = openTransport(url, credentials);
  const ask = callIndex(transport, patience, pause);
  const work = callIndex(transport, OF_A_WRITE, pause);
  const index = indexNameOf(name);
  const write = writeDocuments(work, index, pause);
  const put = writeNewer(work, index, url, pause);

  let made: Promise<void> | undefined;
  /** Writes once the index is there, which the first write of each instance makes sure of. */
  const whenMade = async (change: () => Promise<unknown>): Promise<void> => {
    made ??= makeIndex(work, index, indexMapping(name.dimensions, url));
    try {
      await made;
      await change();
    } catch (error) {
      // The index may have been dropped since: the next write looks again.
      made = undefined;
      throw error;
    }
  };

  return {
    engine: 'opensearch',
    async upsert(passages) {
      if (passages.length === 0) return;
      const documents = passages.map((passage) => ({
        id: documentId(passage.tenant, passage),
        order: orderOf(passage.version, false),
        source: passageDocument(passage),
      }));
      await whenMade(() => put(documents));
    },
    async remove(removals) {
      if (removals.length === 0) return;
      const documents = removals.map((removal) => ({
        id: documentId(removal.tenant, removal),
        order: orderOf(removal.version, true),
        source: tombstoneDocument(removal),
      }));
      await whenMade(() => put(documents));
    },
    async forget(tenant, keys) {
      if (keys.length === 0) return;
      const deletions = keys.map((key) => ({
        action: 'delete' as const,
        document: { id: documentId(tenant, key) },
        condition: {},
      }));
      await whenMade(() => write(deletions));
    },
    versions: (tenant, kind, ids) => readVersions(work, index, { tenant, kind, ids }),
    search: (search) => searchArms(ask, index, search),
    details: (request) => hitDetails(ask, index, request),
    async list(list) {
      const answer = await askOnce(ask, index, '_search', listBody(list));
      return answer === undefined ? [] : listedPositions(answer);
    },
    async vectorOf(tenant, key) {
      const answer = await askOnce(ask, index, '_search', {
        // A collection leaves vectors out unless they are named.
        _source: { includes: ['vector'] },
        size: 1,
        query: { bool: { filter: withKeys(tenant, [key]) } },
      });
      return answer === undefined ? undefined : Vectors.parse(answer).hits.hits[0];
    },
    withoutVector: (tenant, kind, ids) => readWithoutVector(work, index, { tenant, kind, ids }),
    async count(tenant, of) {
      const filter = of ? inScope(tenant, of.kinds, of.filters) : livingOf(tenant);
      const answer = await askOnce(ask, index, '_count', { query: { bool: { filter } } });
      return answer === undefined ? 0 : Count.parse(answer).count;
    },
    async ping() {
      await askOnce(ask, index, '_search', { size: 0, query: { match_none: {} } });
    },
    async drop() {
      await work({ method: 'DELETE', path: `/${index}`, expected: [NOT_FOUND] });
      made = undefined;
    },
  };
};
