import * as z from 'zod';
import { RefusalReason } from '#contracts/refusal-reason.ts';
import type { StoredPattern } from '#core/knowledge/stored-pattern.ts';

/** What the sort keys of all patterns begin with, and those of all places of cases. */
export const PATTERN_PREFIX = 'pattern#';
export const PLACE_PREFIX = 'case#';

/** The key of a pattern. */
export const patternKey = (tenant: string, id: string) => ({ pk: tenant, sk: `${PATTERN_PREFIX}${id}` });

/** The key of the row that says which pattern a case belongs to. */
export const placeKey = (tenant: string, caseId: string) => ({ pk: tenant, sk: `${PLACE_PREFIX}${caseId}` });

const Outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('waiting') }),
  z.object({ kind: z.literal('drafted'), articleId: z.string() }),
  z.object({ kind: z.literal('covered'), articleId: z.string() }),
  z.object({
    kind: z.literal('refused'),
    reason: RefusalReason,
    questions: z.array(z.string()),
    note: z.string().optional(),
  }),
]);

const Item = z.object({
  pk: z.string(),
  sk: z.string(),
  gone: z.literal(true).optional(),
  category: z.string(),
  label: z.string(),
  product: z.string().optional(),
  size: z.int(),
  customers: z.int().optional(),
  evidence: z.string(),
  decided_on: z.string().optional(),
  heir: z.string().optional(),
  outcome: Outcome,
  version: z.int(),
  created_at: z.string(),
  updated_at: z.string(),
});

/** The item of a pattern. */
export const toPatternItem = (pattern: StoredPattern) => ({
  ...patternKey(pattern.tenant, pattern.id),
  category: pattern.category,
  label: pattern.label,
  product: pattern.product,
  size: pattern.size,
  customers: pattern.customers,
  evidence: pattern.evidence,
  decided_on: pattern.decidedOn,
  heir: pattern.heir,
  outcome: pattern.outcome,
  version: pattern.version,
  created_at: pattern.createdAt,
  updated_at: pattern.updatedAt,
});

/** The pattern of an item; none of one that was taken away and waits for its expiry. */
export const fromPatternItem = (value: unknown): StoredPattern | undefined => {
  const item = Item.parse(value);
  if (item.gone) return undefined;
  return {
    tenant: item.pk,
    id: item.sk.slice(PATTERN_PREFIX.length),
    category: item.category,
    label: item.label,
    product: item.product,
    size: item.size,
    customers: item.customers,
    evidence: item.evidence,
    decidedOn: item.decided_on,
    heir: item.heir,
    outcome: item.outcome,
    version: item.version,
    createdAt: item.created_at,
    updatedAt: item.updated_at,
  };
};
