import type { PassageKey, PassageKind } from '#core/search/passage.ts';
import type { PassageFilters } from '#core/search/passage-filters.ts';

/** A clause of OpenSearch's query language. */
export type Clause = Readonly<Record<string, unknown>>;

const FIELDS = ['category', 'product', 'status', 'audience', 'customer', 'tags'] as const;

/** Any of these clauses. */
export const anyOf = (should: readonly Clause[]): Clause => ({ bool: { should, minimum_should_match: 1 } });

const within = (field: string, from: string | undefined, to: string | undefined): readonly Clause[] =>
  from === undefined && to === undefined ? [] : [{ range: { [field]: { gte: from, lte: to } } }];

const filtersOf = (filters: PassageFilters): readonly Clause[] => [
  ...FIELDS.flatMap((field) => {
    const values = filters[field];
    return values ? [{ terms: { [field]: values } }] : [];
  }),
  ...(filters.states
    ? [
        anyOf([
          { bool: { must_not: [{ exists: { field: 'state' } }] } },
          { terms: { state: filters.states } },
        ]),
      ]
    : []),
  ...within('created_at', filters.createdFrom, filters.createdTo),
  ...within('updated_at', filters.updatedFrom, filters.updatedTo),
];

/** Everything of a tenant, what is removed included. */
export const ofTenant = (tenant: string): Clause => ({ term: { tenant } });

const LIVING: Clause = { term: { removed: false } };

/** What a passage must be to be found: of the tenant, of one of the kinds, living, and as the filters say. */
export const inScope = (
  tenant: string,
  kinds: readonly PassageKind[],
  filters: PassageFilters,
): readonly Clause[] => [ofTenant(tenant), { terms: { kind: kinds } }, LIVING, ...filtersOf(filters)];

/** The living passages of a tenant. */
export const livingOf = (tenant: string): readonly Clause[] => [ofTenant(tenant), LIVING];

/** The living passages of a tenant with these keys. */
export const withKeys = (tenant: string, keys: readonly PassageKey[]): readonly Clause[] => [
  ...livingOf(tenant),
  anyOf(
    [...Map.groupBy(keys, ({ kind }) => kind)].map(([kind, own]) => ({
      bool: { filter: [{ term: { kind } }, { terms: { id: own.map(({ id }) => id) } }] },
    })),
  ),
];
