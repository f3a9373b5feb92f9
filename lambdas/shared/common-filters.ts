import type { PassageFilters } from '#core/search/passage-filters.ts';

type Field = 'category' | 'product' | 'status' | 'customer' | 'audience' | 'tags';

/** A filter for one value; none where the value is absent. */
export const oneOf = (field: Field, value: string | undefined): PassageFilters =>
  value === undefined ? {} : { [field]: [value] };

/** The filters that lists of every kind take. */
export const commonFilters = ({
  category,
  product,
  updated_from,
  updated_to,
}: {
  readonly category?: string | undefined;
  readonly product?: string | undefined;
  readonly updated_from?: string | undefined;
  readonly updated_to?: string | undefined;
}): PassageFilters => ({
  ...oneOf('category', category),
  ...oneOf('product', product),
  ...(updated_from !== undefined && { updatedFrom: updated_from }),
  ...(updated_to !== undefined && { updatedTo: updated_to }),
});
