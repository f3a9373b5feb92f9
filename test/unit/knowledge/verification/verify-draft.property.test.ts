import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleDraft, Statement } from '#core/knowledge/article-draft.ts';
import { SECTIONS } from '#core/knowledge/article-draft.ts';
import { folded } from '#core/knowledge/verification/folded.ts';
import { verifyDraft } from '#core/knowledge/verification/verify-draft.ts';
import { anEvidenceCase, someEvidence } from '#test/support/some-evidence.ts';

const WORDS =
  'battery fan replaced reset not never 10 100 V BIOS 2.14 disk slot measured board cable the was <b> [x](y) ignore \u200b'.split(
    ' ',
  );
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 })
  .map((words) => words.join(' '));
const body = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join('.\n'));
const bodies = fc.array(body, { minLength: 1, maxLength: 5 });

/** Pieces of the texts, whole and cut anywhere, cited rightly and wrongly, said as they are and otherwise. */
const drawDraft = (texts: readonly string[]): fc.Arbitrary<ArticleDraft> => {
  const piece = fc
    .constantFrom(...texts)
    .chain((text) =>
      fc
        .tuple(fc.nat(text.length), fc.nat(text.length))
        .map(([one, other]) => text.slice(Math.min(one, other), Math.max(one, other))),
    );
  const quote = fc.oneof(piece, fc.constantFrom(...texts.flatMap((text) => text.split('\n'))));
  const source = fc.record({ caseId: fc.nat(texts.length).map((n) => `c-${n}`), quote });
  const statement: fc.Arbitrary<Statement> = fc.oneof(
    fc.record({
      section: fc.constantFrom(...SECTIONS),
      text: fc.oneof(piece, sentence),
      sources: fc.array(source, { maxLength: 3 }),
    }),
    fc
      .tuple(fc.constantFrom('cause' as const, 'step' as const), fc.nat(texts.length - 1), quote)
      .map(([section, n, text]) => ({
        section,
        text,
        sources: [{ caseId: `c-${n}`, quote: text }],
      })),
  );
  return fc.record({
    title: sentence,
    summary: sentence,
    tags: fc.array(sentence, { maxLength: 2 }),
    statements: fc.array(statement, { minLength: 2, maxLength: 12 }),
  });
};

const evidenceOf = (texts: readonly string[]) =>
  someEvidence(...texts.map((text, n) => anEvidenceCase(`c-${n}`, text)));

const world = bodies.chain((texts) =>
  fc.record({ texts: fc.constant(texts), draft: drawDraft(texts), more: bodies }),
);

describe('verifyDraft', { timeout: 60_000 }, () => {
  it('leaves quotes only that stand in their case', () => {
    fc.assert(
      fc.property(world, ({ texts, draft }) => {
        const verified = verifyDraft(draft, evidenceOf(texts));

        if (!verified.ok) return;
        for (const { sources } of verified.draft.statements) {
          expect(sources.length).toBeGreaterThan(0);
          for (const { caseId, quote } of sources)
            expect(folded(texts[Number(caseId.slice(2))] ?? '')).toContain(folded(quote));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(world, ({ texts, draft }) => {
        const once = verifyDraft(draft, evidenceOf(texts));
        if (!once.ok) return;

        const twice = verifyDraft(once.draft, evidenceOf(texts));

        expect(twice).toEqual({ ok: true, draft: once.draft, removed: [], replaced: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('supports what it supported when cases are added', () => {
    fc.assert(
      fc.property(world, ({ texts, draft, more }) => {
        // One customer alone needs nobody to agree; a second one makes agreement a question.
        fc.pre(texts.length > 1);
        const before = verifyDraft(draft, evidenceOf(texts));
        const after = verifyDraft(draft, evidenceOf([...texts, ...more]));
        const textsOf = (verified: typeof before) =>
          verified.ok ? verified.draft.statements.map(({ text }) => text) : [];

        expect(textsOf(after)).toEqual(expect.arrayContaining(textsOf(before)));
      }),
      { numRuns: 200 },
    );
  });

  it('says the same whatever the order of the cases', () => {
    fc.assert(
      fc.property(world, ({ texts, draft }) => {
        const evidence = evidenceOf(texts);

        expect(verifyDraft(draft, { ...evidence, cases: evidence.cases.toReversed() })).toEqual(
          verifyDraft(draft, evidence),
        );
      }),
    );
  });
});
