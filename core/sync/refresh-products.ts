import type { SourceProduct } from '#core/ports/case-source.ts';
import type { Product } from '#core/ports/product-store.ts';
import { nextPhase } from './next-phase.ts';
import type { SyncCursor } from './sync-cursor.ts';
import type { TakeStep } from './sync-deps.ts';

/** Products at a time. */
const PRODUCTS = 200;

const counted = (cursor: SyncCursor, products: number): SyncCursor => ({
  ...cursor,
  counts: { ...cursor.counts, products: cursor.counts.products + products },
});

const isSame = (product: Product | undefined, { name, parentId }: SourceProduct): boolean =>
  product?.name === name && product.parentId === parentId;

/** Takes the next of the source's products: what is new or changed is written. */
export const refreshProducts: TakeStep = async (deps, cursor) => {
  const found = await deps.source.products(cursor.page, PRODUCTS);
  const last = found.at(-1);
  if (!last) return nextPhase(deps, cursor);
  const known = await deps.products.findMany(
    cursor.tenant,
    found.map(({ id }) => id),
  );
  const changed = found.filter((product) => !isSame(known.get(product.id), product));
  for (const product of changed) await deps.products.put({ tenant: cursor.tenant, ...product });
  return { ...counted(cursor, changed.length), page: last.id };
};

/** Looks at the next of our products: those that the source has no more are taken away. */
export const dropLostProducts: TakeStep = async (deps, cursor) => {
  const { tenant } = cursor;
  const { rows, next } = await deps.products.list(tenant, PRODUCTS, cursor.page);
  const ids = rows.map(({ id }) => id);
  const living = await deps.source.livingProducts(ids);
  const lost = ids.filter((id) => !living.has(id));
  for (const id of lost) await deps.products.remove(tenant, id);
  const done = { ...counted(cursor, lost.length), page: next };
  return next === undefined ? nextPhase(deps, done) : done;
};
