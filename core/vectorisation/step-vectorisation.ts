import type { RecordKind } from '#contracts/record-key.ts';
import { RECORD_LANES, type RecordWalk } from '#core/ports/record-walk.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import type { TenantRegistry } from '#core/ports/tenant-registry.ts';
import { type MendPageDeps, mendPage } from './mend-page.ts';
import type { VectorisationCursor, VectorisationPlace } from './vectorisation-cursor.ts';

export type StepVectorisationDeps = MendPageDeps & {
  tenants: TenantRegistry;
  walks: Readonly<Record<RecordKind, RecordWalk>>;
};

const KINDS = ['case', 'article'] as const satisfies readonly RecordKind[];
const LANES = Array.from({ length: RECORD_LANES }, (_, lane) => lane);

/** What is gone through of a tenant: for each kind its records, lane by lane, then its passages. */
const STRETCHES = KINDS.flatMap((kind) => [
  ...LANES.map((lane) => ({ kind, lane })),
  { kind, lane: undefined },
]);

const AT_A_TIME = 200;

type Page = { readonly ids: readonly string[]; readonly next: string | undefined };

/** Living passages of one kind, newest first; a place is the time and the id of the last one. */
const passagePage = async (
  index: Pick<SearchIndex, 'list'>,
  tenant: string,
  kind: RecordKind,
  place: string | undefined,
): Promise<Page> => {
  const [, updatedAt, id] = /^([^#]*)#(.*)$/s.exec(place ?? '') ?? [];
  const after = updatedAt === undefined || id === undefined ? undefined : { updatedAt, id };
  const found = await index.list({ tenant, kind, filters: {}, limit: AT_A_TIME, after });
  const last = found.length < AT_A_TIME ? undefined : found.at(-1);
  return { ids: found.map((one) => one.id), next: last && `${last.updatedAt}#${last.id}` };
};

/** The place behind a page. */
const placeAfter = (
  { tenant, stretch = 0, right }: VectorisationPlace,
  next: string | undefined,
): VectorisationPlace => {
  if (next !== undefined) return { tenant, stretch, right, after: next };
  if (stretch + 1 === STRETCHES.length) return { tenant };
  // The count is of one kind.
  return { tenant, stretch: stretch + 1, right: STRETCHES[stretch]?.lane === undefined ? 0 : right };
};

/** Makes the next step of a run: goes to the next tenant, or compares and mends one page of a stretch. */
export const stepVectorisation = (deps: StepVectorisationDeps) => {
  const { tenants, walks, generations } = deps;
  const mend = mendPage(deps);

  const nextTenant = async (cursor: VectorisationCursor): Promise<VectorisationCursor> => {
    const [tenant] = await tenants.list(1, cursor.place.tenant);
    return tenant === undefined
      ? { ...cursor, phase: 'done', place: {} }
      : { ...cursor, place: { tenant, stretch: 0, right: 0 } };
  };

  const pageOf = async (
    tenant: string,
    { kind, lane }: (typeof STRETCHES)[number],
    { after, right = 0 }: VectorisationPlace,
  ): Promise<Page> => {
    if (lane !== undefined) return walks[kind].page(tenant, lane, AT_A_TIME, after);
    const { index } = await generations.live();
    // As many passages as records that have one: there is none too many.
    const isNoneTooMany =
      after === undefined && (await index.count(tenant, { kinds: [kind], filters: {} })) <= right;
    return isNoneTooMany ? { ids: [], next: undefined } : passagePage(index, tenant, kind, after);
  };

  return async (cursor: VectorisationCursor): Promise<VectorisationCursor> => {
    const { place, counts } = cursor;
    const stretch = STRETCHES[place.stretch ?? -1];
    if (!stretch || place.tenant === undefined) return nextTenant(cursor);
    const { ids, next } = await pageOf(place.tenant, stretch, place);
    const done = await mend({ tenant: place.tenant, kind: stretch.kind }, ids);
    return {
      ...cursor,
      place: placeAfter({ ...place, right: (place.right ?? 0) + done.right }, next),
      counts: {
        ...counts,
        processed: counts.processed + ids.length,
        embedded: counts.embedded + done.embedded,
        removed: counts.removed + done.removed,
        failed: counts.failed + done.failed,
      },
    };
  };
};
