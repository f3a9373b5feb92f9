import type { IndexHits, IndexSearch } from '#core/ports/search-index.ts';
import { IndexUnavailable } from '#core/search/index-unavailable.ts';
import { titleKey } from '#core/search/title-key.ts';
import type { Asked, SearchBody } from './ask.ts';
import { askMany } from './ask.ts';
import type { CallIndex } from './call-index.ts';
import { cosineOfScore, knnQuery } from './knn-query.ts';
import { HIT_COLUMNS, indexHits } from './index-hits.ts';
import { inScope } from './in-scope.ts';
import { wordQuery } from './word-query.ts';

type ArmName = keyof IndexHits;
type Arm = {
  readonly name: ArmName;
  readonly body: SearchBody;
  readonly scoreOf: (score: number) => number;
};

const armsOf = ({ tenant, kinds, filters, text, vector, limit }: IndexSearch): readonly Arm[] => {
  const filter = inScope(tenant, kinds, filters);
  const common = { ...HIT_COLUMNS, size: limit, track_total_hits: false };
  const key = titleKey(text);
  return [
    ...(text === undefined
      ? []
      : [
          {
            name: 'keyword',
            body: { ...common, query: { bool: { filter, must: [wordQuery(text)] } } },
            scoreOf: (score: number) => score,
          } as const,
        ]),
    ...(vector === undefined
      ? []
      : [
          {
            name: 'vector',
            body: { ...common, query: knnQuery(vector, filter, limit) },
            scoreOf: cosineOfScore,
          } as const,
        ]),
    ...(key === undefined
      ? []
      : [
          {
            name: 'exactTitle',
            body: {
              ...common,
              query: { bool: { filter: [...filter, { term: { title_key: key } }] } },
              sort: [{ updated_at: 'desc' }, { id: 'asc' }],
            },
            scoreOf: () => 1,
          } as const,
        ]),
  ];
};

/** Busy or down, as 429 and 5xx say; anything else is a fault of ours. */
const isUnavailable = (status: number): boolean => status === 429 || status >= 500;

const readArm = ({ name, scoreOf }: Arm, asked: Asked | undefined) => {
  if (!asked) throw new Error(`OpenSearch left the search of ${name} out`);
  if (asked.kind === 'no_index') return [];
  if (asked.kind === 'answered') return indexHits(asked.answer, scoreOf);
  const fault = new Error(`OpenSearch refused the search of ${name}: ${asked.status} ${asked.type}`);
  if (isUnavailable(asked.status)) throw new IndexUnavailable(name === 'vector' ? 'vectors' : 'all', fault);
  throw fault;
};

/** Asks the arms that a search wants, all in one request. */
export const searchArms = async (call: CallIndex, index: string, search: IndexSearch): Promise<IndexHits> => {
  const arms = armsOf(search);
  const asked =
    arms.length === 0
      ? []
      : await askMany(
          call,
          index,
          arms.map(({ body }) => body),
        );
  const found = { keyword: [], vector: [], exactTitle: [] };
  // Words first: without them it is no use to go on without vectors.
  return { ...found, ...Object.fromEntries(arms.map((arm, n) => [arm.name, readArm(arm, asked[n])])) };
};
