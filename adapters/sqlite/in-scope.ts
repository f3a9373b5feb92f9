import type { SQLInputValue } from 'node:sqlite';
import type { PassageKind } from '#core/search/passage.ts';
import type { PassageFilters } from '#core/search/passage-filters.ts';

/** A condition of a query and the values of its parameters, in order. */
export type Condition = { readonly sql: string; readonly values: readonly SQLInputValue[] };

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

const COLUMNS = ['category', 'product', 'status', 'audience', 'customer'] as const;

const BOUNDS = [
  ['createdFrom', 'created_at >='],
  ['createdTo', 'created_at <='],
  ['updatedFrom', 'updated_at >='],
  ['updatedTo', 'updated_at <='],
] as const;

const conditionsOf = (filters: PassageFilters): readonly Condition[] => {
  const columns = COLUMNS.flatMap((column) => {
    const values = filters[column];
    return values ? [{ sql: `p.${column} IN (${marks(values)})`, values }] : [];
  });
  const bounds = BOUNDS.flatMap(([bound, comparison]) => {
    const value = filters[bound];
    return value === undefined ? [] : [{ sql: `p.${comparison} ?`, values: [value] }];
  });
  const tags = filters.tags ?? [];
  const tagged = {
    sql: `p.number IN (SELECT passage FROM tag WHERE value IN (${marks(tags)}))`,
    values: tags,
  };
  return [...columns, ...bounds, ...(filters.tags ? [tagged] : [])];
};

/** What a passage `p` must be to be found: of the tenant, of one of the kinds, living, and as the filters say. */
export const inScope = (
  tenant: string,
  kinds: readonly PassageKind[],
  filters: PassageFilters,
): Condition => {
  // What has no state is in every one.
  const { states } = filters;
  const stated = states
    ? [{ sql: `(p.state IS NULL OR p.state IN (${marks(states)}))`, values: states }]
    : [];
  const conditions: readonly Condition[] = [
    { sql: 'p.removed = 0', values: [] },
    { sql: 'p.tenant = ?', values: [tenant] },
    { sql: `p.kind IN (${marks(kinds)})`, values: kinds },
    ...stated,
    ...conditionsOf(filters),
  ];
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    values: conditions.flatMap(({ values }) => values),
  };
};
