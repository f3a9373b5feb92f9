import { knowledgeSettings } from '#config/knowledge-settings.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { evidenceOf } from '#core/knowledge/evidence-of.ts';
import type { RefusalReason } from '#contracts/refusal-reason.ts';
import { sufficiencyOf } from '#core/knowledge/sufficiency.ts';
import type { GoldFact } from '#samples/truth.ts';
import { patternOf } from './pattern-of.ts';
import type { KnownCase } from './sample-cases.ts';

/** What all cases of a pattern lack, and for what an article of the rest must be refused. */
type Lack = {
  readonly lack: string;
  readonly kinds: readonly GoldFact['kind'][];
  /** Some mails of customers confirm a fix, and are no fact of the truth. */
  readonly mails: 'kept' | 'cut';
  /** Those that are right. */
  readonly reasons: readonly RefusalReason[];
};

const LACKS: readonly Lack[] = [
  { lack: 'cause', kinds: ['cause'], mails: 'kept', reasons: ['no_cause'] },
  { lack: 'fix and steps', kinds: ['fix', 'step'], mails: 'kept', reasons: ['no_fix', 'no_diagnosis'] },
  { lack: 'steps', kinds: ['step'], mails: 'kept', reasons: ['no_diagnosis'] },
  { lack: 'proof', kinds: ['proof'], mails: 'cut', reasons: ['not_verified'] },
];

/** The case without its facts of some kinds, word for word. */
const without = ({ row, truth }: KnownCase, { kinds, mails }: Lack): LivingCase => {
  const quotes = truth.gold_facts.flatMap(({ kind, quote }) => (kinds.includes(kind) ? [quote] : []));
  const cut = (text: string): string => quotes.reduce((left, quote) => left.replaceAll(quote, ''), text);
  const { resolution, feed, ...content } = row.content;
  const left = feed?.filter(({ type }) => mails === 'kept' || type !== 'email');
  return {
    ...row,
    content: {
      ...content,
      ...(resolution !== undefined && { resolution: cut(resolution) }),
      ...(left && { feed: left.map((item) => ({ ...item, body: cut(item.body) })) }),
    },
  };
};

const judged = (rows: readonly LivingCase[]) =>
  sufficiencyOf(evidenceOf(patternOf('judged', rows), rows), knowledgeSettings.sufficiency);

/** What is refused of one true pattern: its cases whole, with one thing missing, and those that tell no true end. */
export const refusalsOf = (resolved: readonly KnownCase[], unresolved: readonly KnownCase[]) => {
  const whole = judged(resolved.map(({ row }) => row));
  const lacking = LACKS.map((lack) => {
    const verdict = judged(resolved.map((one) => without(one, lack)));
    return {
      lack: lack.lack,
      refused: !verdict.sufficient,
      reason: !verdict.sufficient && lack.reasons.includes(verdict.reason),
    };
  });
  const idle = unresolved.filter(({ truth: { role } }) => ['thin', 'open', 'contradicted'].includes(role));
  const verdict = judged(idle.map(({ row }) => row));
  return {
    accepted: whole.sufficient,
    lacking: [...lacking, { lack: 'a true end', refused: !verdict.sufficient, reason: !verdict.sufficient }],
  };
};
