import { LRUCache } from 'lru-cache';
import { evaluate, type Verdict } from './evaluate.ts';
import type { Need } from './need.ts';
import type { Role } from './role.ts';

/** A refused need, in the words of AWS's own error. */
export type Refusal = Need & { readonly principal: string; readonly message: string };

/** What roles may do, remembered by role, action and resource. */
export type Verdicts = {
  allows(role: Role, need: Need): Promise<boolean>;
  /** The first need that the role's policies do not allow; undefined when it may do all. */
  refusal(role: Role, needs: readonly Need[]): Promise<Refusal | undefined>;
  /** A policy has changed. */
  forget(): void;
};

const MOST_REMEMBERED = 10_000;

/** Evaluates the policies of roles of one account. */
export const createVerdicts = (accountId: string): Verdicts => {
  const known = new LRUCache<string, Promise<Verdict>>({ max: MOST_REMEMBERED });

  const verdictOf = async ({ name, policies }: Role, need: Need): Promise<Verdict> => {
    const key = `${name} ${need.action} ${need.resource}`;
    const remembered = known.get(key);
    if (remembered) return remembered;
    const verdict = evaluate({ principal: sessionArn(name, accountId), accountId, policies, need });
    known.set(key, verdict);
    return verdict;
  };

  return {
    allows: async (role, need) => (await verdictOf(role, need)) === 'Allowed',
    refusal: async (role, needs) => {
      for (const need of distinct(needs)) {
        const verdict = await verdictOf(role, need);
        if (verdict !== 'Allowed') return describe(sessionArn(role.name, accountId), need, verdict);
      }
      return undefined;
    },
    forget: () => known.clear(),
  };
};

/** A transaction of a hundred rows needs the same right a hundred times. */
const distinct = (needs: readonly Need[]): Iterable<Need> =>
  needs.length === 1
    ? needs
    : new Map(needs.map((need) => [`${need.action} ${need.resource}`, need])).values();

const sessionArn = (roleName: string, accountId: string): string =>
  `arn:aws:sts::${accountId}:assumed-role/${roleName}/laptop`;

const describe = (principal: string, need: Need, verdict: Verdict): Refusal => {
  const because =
    verdict === 'ExplicitlyDenied'
      ? 'with an explicit deny in an identity-based policy'
      : `because no identity-based policy allows the ${need.action} action`;
  const message = `User: ${principal} is not authorized to perform: ${need.action} on resource: ${need.resource} ${because}`;
  return { ...need, principal, message };
};
