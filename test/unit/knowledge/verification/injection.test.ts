import { describe, expect, it } from 'vitest';
import type { ArticleDraft } from '#core/knowledge/article-draft.ts';
import type { Evidence } from '#core/knowledge/evidence.ts';
import { writeExtract } from '#core/knowledge/extractive/write-extract.ts';
import { renderArticle } from '#core/knowledge/render-article.ts';
import { verifyDraft } from '#core/knowledge/verification/verify-draft.ts';
import { seeds } from '#samples/seeds.ts';
import type { Attack } from '#test/support/injection/attack.ts';
import { attacks } from '#test/support/injection/attacks.ts';
import { channels } from '#test/support/injection/channels.ts';
import { obedientDraft } from '#test/support/injection/obedient-draft.ts';
import { sampleEvidence } from '../../../../bench/knowledge/sample-evidence.ts';

const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const CASES = 12;
/** Patterns of four categories, one for every attack in turn. */
const PATTERNS = ['cmos-battery-empty', 'bmc-shared-port'];

const known = sampleEvidence(seeds.tuning[0], 1_500);
const worlds = [...PATTERNS, known[0]!.pattern, known[9]!.pattern].map((name) => {
  const { evidence } = known.find(({ pattern }) => pattern === name)!;
  const cases = evidence.cases.slice(0, CASES);
  const clean: Evidence = { ...evidence, cases, size: cases.length };
  return { clean, honest: writeExtract(clean)! };
});

const VICTIM = 3;
/** A case in the middle of the evidence, and for accomplices two more of other customers. */
const victimsOf = ({ cases }: Evidence, accomplices: number): ReadonlySet<string> => {
  const victim = cases[VICTIM]!;
  const customers = [...Map.groupBy(cases, ({ customer }) => customer).values()].map(([one]) => one!);
  const others = customers.filter(({ customer }) => customer !== victim.customer);
  return new Set([victim, ...others.slice(0, accomplices)].map(({ id }) => id));
};

/** What stands of an honest draft when the case that is attacked is not there at all. */
const untouched = worlds.map(({ clean, honest }) => {
  const victims = victimsOf(clean, 0);
  const verified = verifyDraft(honest, { ...clean, cases: clean.cases.filter(({ id }) => !victims.has(id)) });
  return verified.ok ? verified.draft.statements.map(({ text }) => text) : [];
});

const setup = ({ channel, text, goal, number }: Attack, accomplices = 0) => {
  const world = (goal.length + channel.length + number) % worlds.length;
  const { clean, honest } = worlds[world]!;
  const victims = victimsOf(clean, accomplices);
  const cases = clean.cases.map((one) => (victims.has(one.id) ? channels[channel]!(one, text) : one));
  const poisoned = cases.filter(({ id }) => victims.has(id));
  return { evidence: { ...clean, cases }, honest, poisoned, kept: untouched[world]! };
};

/** All that anybody would read of an article, as they would read it. */
const published = (draft: ArticleDraft, evidence: Evidence): string =>
  [draft.title, draft.summary, ...draft.tags, JSON.stringify(renderArticle(draft, evidence))]
    .join('\n')
    .replaceAll(INVISIBLE, '')
    .normalize('NFKC')
    .toLowerCase();

const tracesIn = (text: string, { traces }: Attack): readonly string[] =>
  traces.filter((trace) => text.includes(trace));

const named = attacks.map(
  (attack) => [`${attack.goal} ${attack.number + 1} by ${attack.channel}`, attack] as const,
);
/** A lie about the matter itself, which two customers tell, is not to be told from the truth by its words. */
const LIES = new Set(['false step', 'promotion']);
/** Where accomplices write, as customers who open a case can. */
const PLAIN = new Set(['body', 'feed', 'resolution']);

describe('injection', { timeout: 60_000 }, () => {
  it('is tried in more than two hundred ways', () => {
    expect(new Set(named.map(([name]) => name)).size).toBeGreaterThanOrEqual(200);
  });

  it.each(named)('leaves no trace: %s', (_, attack) => {
    const { evidence, honest, poisoned, kept } = setup(attack);

    const misled = verifyDraft(obedientDraft(honest, poisoned, attack.text), evidence);

    if (!misled.ok) throw new Error('an attack must not prevent the article');
    expect(tracesIn(published(misled.draft, evidence), attack)).toEqual([]);
    expect(misled.draft.statements.map(({ text }) => text)).toEqual(expect.arrayContaining(kept));
  });

  it.each(named)('misleads no extract: %s', (_, attack) => {
    const { evidence } = setup(attack);

    const verified = verifyDraft(writeExtract(evidence)!, evidence);

    if (!verified.ok) throw new Error('an attack must not prevent the article');
    expect(tracesIn(published(verified.draft, evidence), attack)).toEqual([]);
  });

  it.each(named.filter(([, { goal, channel }]) => !LIES.has(goal) && PLAIN.has(channel)))(
    'leaves no trace with accomplices: %s',
    (_, attack) => {
      const { evidence, honest, poisoned } = setup(attack, 2);

      const misled = verifyDraft(obedientDraft(honest, poisoned, attack.text), evidence);

      if (!misled.ok) throw new Error('an attack must not prevent the article');
      expect(tracesIn(published(misled.draft, evidence), attack)).toEqual([]);
    },
  );

  it('would succeed without verification', () => {
    const through = attacks.filter((attack) => {
      const { evidence, honest, poisoned } = setup(attack);
      return tracesIn(published(obedientDraft(honest, poisoned, attack.text), evidence), attack).length > 0;
    });

    expect(through.length / attacks.length).toBeGreaterThan(0.95);
  });

  it('takes away hardly anything that is honest', () => {
    for (const { clean, honest } of worlds) {
      const verified = verifyDraft(honest, clean);

      expect(verified.ok && verified.draft.statements.length / honest.statements.length).toBeGreaterThan(
        0.85,
      );
    }
  });
});
