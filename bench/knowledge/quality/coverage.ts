import type { Section } from '#core/knowledge/article-draft.ts';
import { likeness, maskedText, trigramsOf } from '#core/knowledge/extractive/trigrams.ts';
import type { GoldFact } from '#samples/truth.ts';
import type { KnownCase } from './sample-cases.ts';
import type { WrittenArticle } from './written-article.ts';

/** The kinds of facts that an article must carry, and the section in which each is looked for. */
export const KINDS = ['cause', 'fix', 'step', 'proof'] as const;
type Kind = (typeof KINDS)[number];

const SECTION: Readonly<Record<Kind, Section>> = {
  cause: 'cause',
  fix: 'step',
  step: 'step',
  proof: 'verification',
};

/** Likeness of a statement and a fact from which it tells the fact: mistyped, or with other numbers. */
const SAME = 0.72;

const trigrams = (text: string): ReadonlySet<string> => trigramsOf(maskedText(text));

const tells = (statement: string, fact: string): boolean =>
  fact.includes(statement) || likeness(trigrams(statement), trigrams(fact)) >= SAME;

/** The facts of one kind, those told alike once. */
const distinct = (quotes: readonly string[]): readonly string[] => {
  const kept: string[] = [];
  for (const quote of new Set(quotes)) if (!kept.some((known) => tells(quote, known))) kept.push(quote);
  return kept;
};

/**
 * Which kinds of facts of its true pattern an article carries in their sections, what share of all of them, and what
 * share of those of one way of speaking: the one of which it carries most.
 */
export const coverageOf = ({ truth, cases, draft }: WrittenArticle) => {
  const own = cases.filter((one) => one.truth.pattern === truth);
  return KINDS.map((kind) => {
    const stated = draft.statements.flatMap(({ section, text }) => (section === SECTION[kind] ? [text] : []));
    const carriedOf = (some: readonly KnownCase[]) => {
      const facts = distinct(
        quotesOf(
          some.flatMap((one) => one.truth.gold_facts),
          kind,
        ),
      );
      return {
        facts: facts.length,
        carried: facts.filter((fact) => stated.some((text) => tells(text, fact))).length,
      };
    };
    // A bridging case is mended in another voice than it is told in.
    const ofOneVoice = own.filter((one) => one.truth.role !== 'bridging');
    const voices = [...Map.groupBy(ofOneVoice, (one) => one.truth.voice)].map(([, some]) => carriedOf(some));
    const best = voices
      .filter(({ facts }) => facts > 0)
      .toSorted((a, b) => b.carried / b.facts - a.carried / a.facts)[0];
    return { kind, ...carriedOf(own), best: best ?? { facts: 0, carried: 0 } };
  });
};

/** Statements of steps or cause that tell a fix which a case took back, and no true fact. */
export const wrongFixesIn = ({ cases, draft }: WrittenArticle): readonly string[] => {
  const facts = cases.flatMap(({ truth }) => truth.gold_facts);
  const wrong = quotesOf(facts, 'wrong_fix');
  const right = KINDS.flatMap((kind) => quotesOf(facts, kind));
  return draft.statements.flatMap(({ text }) =>
    wrong.some((fact) => tells(text, fact)) && !right.some((fact) => tells(text, fact)) ? [text] : [],
  );
};

const quotesOf = (facts: readonly GoldFact[], kind: GoldFact['kind']): readonly string[] =>
  facts.flatMap((fact) => (fact.kind === kind ? [fact.quote.replace(/^\d+\. /u, '')] : []));
