import { describe, expect, it } from 'vitest';
import { ArticleContent, Claim } from '#contracts/article.ts';
import type { ArticleDraft, Statement } from '#core/knowledge/article-draft.ts';
import { renderArticle } from '#core/knowledge/render-article.ts';
import { fivePrinters, printerEvidence } from '#test/support/printer-evidence.ts';

const statement = (section: Statement['section'], text: string, sources = 1): Statement => ({
  section,
  text,
  sources: Array.from({ length: sources }, (_, n) => ({
    caseId: `case-${n + 1}`,
    quote: `${text} ${n + 1}`,
  })),
});

const draft = (...statements: readonly Statement[]): ArticleDraft => ({
  title: 'Grey stripes',
  summary: '',
  statements,
  tags: [],
});
const evidence = printerEvidence(fivePrinters());

describe('renderArticle', () => {
  it('writes the sections in their order, steps numbered, each statement one item', () => {
    const { content } = renderArticle(
      draft(
        statement('step', 'Opened the flap.'),
        statement('step', 'Replaced the drum.'),
        statement('cause', 'The drum was scratched.'),
        statement('problem', 'Grey stripes'),
        statement('verification', 'No stripe.'),
        statement('symptom', 'A stripe on the left.'),
        statement('environment', 'Inkwell 20'),
      ),
      evidence,
    );

    expect(content).toBe(
      [
        '## Problem\n\n- Grey stripes',
        '## Environment\n\n- Inkwell 20',
        '## Symptoms\n\n- A stripe on the left.',
        '## Cause\n\n- The drum was scratched.',
        '## Resolution\n\n1. Opened the flap.\n2. Replaced the drum.',
        '## Verification\n\n- No stripe.',
        '## Related cases\n\nWritten from 5 resolved cases of 5 customers.\n\n- case-1',
      ].join('\n\n'),
    );
    expect(ArticleContent.safeParse({ title: 'Grey stripes', content }).success).toBe(true);
  });

  it('leaves out a section without statements', () => {
    expect(renderArticle(draft(statement('cause', 'The drum.')), evidence).content).not.toContain(
      '## Problem',
    );
  });

  it('makes a claim of each statement, in the order of the text, with five sources at most', () => {
    const { claims } = renderArticle(
      draft(statement('step', 'Step.', 7), statement('cause', 'Cause.')),
      evidence,
    );

    expect(claims.map(({ text }) => text)).toEqual(['Cause.', 'Step.']);
    expect(claims[1]).toMatchObject({
      case_ids: ['case-1', 'case-2', 'case-3', 'case-4', 'case-5'],
      quotes: ['Step. 1', 'Step. 2', 'Step. 3', 'Step. 4', 'Step. 5'],
    });
    for (const claim of claims) expect(Claim.safeParse(claim).success).toBe(true);
  });

  it('cites the case whose very words it uses, however many others say the same', () => {
    const step = statement('step', 'Step.', 7);
    const own = { caseId: 'case-9', quote: 'Step.' };
    const { claims } = renderArticle(draft({ ...step, sources: [...step.sources, own] }), evidence);

    expect(claims[0]).toMatchObject({ case_ids: ['case-9', 'case-1', 'case-2', 'case-3', 'case-4'] });
  });

  it('says where customers are not known', () => {
    const { content } = renderArticle(draft(statement('cause', 'The drum.')), {
      ...evidence,
      customers: undefined,
    });

    expect(content).toContain('Their customers are not known');
  });

  it('speaks of one customer in the singular', () => {
    const { content } = renderArticle(draft(statement('cause', 'The drum.')), { ...evidence, customers: 1 });

    expect(content).toContain('of 1 customer.');
  });

  it('shows ids of cases as plain text too', () => {
    const cases = [{ ...fivePrinters()[0]!, id: '[x](http://e.example)' }];
    const cited = {
      section: 'cause',
      text: 'The drum.',
      sources: [{ caseId: cases[0]!.id, quote: 'drum' }],
    } as const;
    const { content } = renderArticle(draft(cited), { ...evidence, cases });

    expect(content).toContain(String.raw`\[x\](${'`'}http`);
  });
});
