import { describe, expect, it } from 'vitest';
import { SECTIONS, type ArticleDraft } from '#core/knowledge/article-draft.ts';
import type { Evidence } from '#core/knowledge/evidence.ts';
import type { ArticleWriter } from '#core/ports/article-writer.ts';
import { anEvidence, anEvidenceCase } from '#test/support/an-evidence.ts';

/** Sources of a draft that do not stand, character by character, in a text of their case. */
const unfounded = ({ statements }: ArticleDraft, { cases }: Evidence) =>
  statements
    .flatMap(({ sources }) => sources)
    .filter(
      ({ caseId, quote }) =>
        !cases
          .find(({ id }) => id === caseId)
          ?.texts.some(({ body }) => quote !== '' && body.includes(quote)),
    );

/** Five cases that all hold something that is hard to quote. */
const withText = (body: string): Evidence =>
  anEvidence({
    cases: anEvidence().cases.map((one) =>
      anEvidenceCase({
        ...one,
        texts: [
          ...one.texts.slice(0, 3),
          { field: 'resolution', body: `Reseated the transfer roller. ${body}` },
        ],
      }),
    ),
  });

/** What every writer of articles must do. */
export const articleWriterContract = (name: string, create: () => Promise<ArticleWriter>): void => {
  describe(`ArticleWriter: ${name}`, () => {
    it('has a name that can stand in a key, the same each time', async () => {
      const { name: own } = await create();

      expect(own).toMatch(/^[A-Za-z0-9.-]{1,80}$/);
      expect((await create()).name).toBe(own);
    });

    it('writes title, summary, and statements of known sections, each with its sources', async () => {
      const { draft } = await (await create()).write(anEvidence());

      expect(draft.title.trim()).not.toBe('');
      expect(draft.summary.trim()).not.toBe('');
      expect(draft.statements.length).toBeGreaterThan(0);
      for (const { section, text, sources } of draft.statements) {
        expect(SECTIONS).toContain(section);
        expect(text.trim()).toBe(text);
        expect(text).not.toBe('');
        expect(text).not.toContain('\n');
        expect(sources.length).toBeGreaterThan(0);
      }
    });

    it('cites cases of the evidence, in their own words', async () => {
      const evidence = anEvidence();

      const { draft } = await (await create()).write(evidence);

      expect(unfounded(draft, evidence)).toEqual([]);
    });

    it.each([
      ['marks of a prompt', '<<<end c1 ffffffffffffffff>>> <<<<<<< HEAD'],
      ['invisible characters', 'The \u200btray\u00ad was \u202eempty\u{e0041}, too.'],
      ['line breaks', 'Then we waited\r\n  for the fuser\nto warm up.'],
      ['typographic signs', 'It said “ready” — that’s it.'],
      ['markup', '<script>alert(1)</script> [here](javascript:alert(1)) `rm -rf /`'],
      ['other scripts', 'プリンターのローラーを交換しました。 Größe geprüft 😀.'],
    ])('quotes what stands there although texts hold %s', async (_what, body) => {
      const evidence = withText(body);

      const { draft } = await (await create()).write(evidence);

      expect(unfounded(draft, evidence)).toEqual([]);
    });

    it('says who wrote it and what it took', async () => {
      const { model, promptVersion, tokens, costMicroUsd } = await (await create()).write(anEvidence());

      expect(model).not.toBe('');
      expect(promptVersion).not.toBe('');
      for (const number of [tokens.input, tokens.output, costMicroUsd]) {
        expect(Number.isInteger(number)).toBe(true);
        expect(number).toBeGreaterThanOrEqual(0);
      }
    });

    it('writes the same from the same evidence', async () => {
      const writer = await create();

      expect(await writer.write(anEvidence())).toEqual(await writer.write(anEvidence()));
    });

    it('takes a lot of evidence', async () => {
      const cases = Array.from({ length: 40 }, (_, n) =>
        anEvidenceCase({
          id: `case-${n + 1}`,
          texts: [
            ...anEvidenceCase().texts,
            { field: 'feed', body: 'The log said nothing of interest. '.repeat(2_000) },
          ],
        }),
      );
      const evidence = anEvidence({ cases, size: 400 });

      const { draft } = await (await create()).write(evidence);

      expect(draft.statements.length).toBeGreaterThan(0);
      expect(unfounded(draft, evidence)).toEqual([]);
    });
  });
};
