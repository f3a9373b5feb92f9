import type { CaseContent } from '#contracts/case.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import type { Evidence, EvidenceCase, EvidenceText } from './evidence.ts';
import { assignRoles } from './extractive/assign-roles.ts';
import { groupAlike } from './extractive/group-alike.ts';
import { readCase } from './extractive/read-case.ts';
import type { StoredPattern } from './stored-pattern.ts';

/** Cases to cite at most. */
export const MOST_CASES = 40;

/**
 * All that an article about a pattern may rest on, from its living cases: of a large pattern those that say most, each
 * time of a customer who has said least so far, the newest first. Texts as they are stored.
 */
export const evidenceOf = (pattern: StoredPattern, cases: readonly LivingCase[]): Evidence => ({
  tenant: pattern.tenant,
  patternId: pattern.id,
  hash: pattern.evidence,
  category: pattern.category,
  product: pattern.product,
  customers: pattern.customers,
  cases: chosenOf(cases.map(evidenceCaseOf)),
  size: pattern.size,
});

const evidenceCaseOf = ({ id, content }: LivingCase): EvidenceCase => ({
  id,
  customer: content.customer,
  product: content.product,
  resolvedAt: content.resolved_at,
  people: peopleOf(content),
  texts: [
    ...textOf('title', content.title),
    ...textOf('description', content.description),
    ...textOf('resolution', content.resolution),
    ...(content.feed ?? [])
      .toSorted((one, other) =>
        one.created_at < other.created_at ? -1 : Number(one.created_at > other.created_at),
      )
      .flatMap(({ type, body, created_at: at }) =>
        textOf('feed', body).map((text) => ({ ...text, type, at })),
      ),
  ],
});

const peopleOf = ({ customer_email: email, feed = [] }: CaseContent): readonly string[] => [
  ...new Set([email, ...feed.map(({ author }) => author)].flatMap((name) => name ?? [])),
];

const textOf = (field: EvidenceText['field'], body: string | undefined): readonly EvidenceText[] =>
  body === undefined || body.trim() === '' ? [] : [{ field, body }];

/** How many of the four things a solution tells, read by itself: what was found out, the cause, the fix, that it holds. */
const saysOf = (one: EvidenceCase): number => {
  const { solution } = readCase(one);
  return new Set(assignRoles([solution], groupAlike(solution)).map(({ role }) => role)).size;
};

const chosenOf = (cases: readonly EvidenceCase[]): readonly EvidenceCase[] => {
  const ranked = cases
    .map((one) => ({ one, says: saysOf(one) }))
    .toSorted(
      (a, b) =>
        b.says - a.says || newerFirst(a.one.resolvedAt, b.one.resolvedAt) || (a.one.id < b.one.id ? -1 : 1),
    );
  const seen = new Map<string, number>();
  return ranked
    .map(({ one, says }) => {
      const customer = one.customer ?? one.id;
      const turn = seen.get(customer) ?? 0;
      seen.set(customer, turn + 1);
      return { one, says, turn };
    })
    .toSorted((a, b) => b.says - a.says || a.turn - b.turn)
    .slice(0, MOST_CASES)
    .map(({ one }) => one);
};

const newerFirst = (one = '', other = ''): number => (one === other ? 0 : one > other ? -1 : 1);
