import { describe, expect, it } from 'vitest';
import type { Section } from '#core/knowledge/article-draft.ts';
import { confidenceOf } from '#core/knowledge/confidence-of.ts';
import { fivePrinters, printerEvidence } from '#test/support/printer-evidence.ts';

const confidence = (cases: number, customers: number | undefined, sections: readonly Section[]) =>
  confidenceOf(
    {
      title: 't',
      summary: '',
      tags: [],
      statements: sections.map((section) => ({
        section,
        text: section,
        sources: Array.from({ length: cases }, (_, n) => ({ caseId: `case-${n}`, quote: section })),
      })),
    },
    { ...printerEvidence(fivePrinters()), customers },
  );
const WHOLE: readonly Section[] = ['problem', 'cause', 'step', 'verification'];

describe('confidenceOf', () => {
  it('grows with the cases that say the same, and stays below 1', () => {
    const grown = [1, 2, 6, 40].map((cases) => confidence(cases, 2, WHOLE));

    expect(grown).toEqual([0.33, 0.5, 0.75, 0.95]);
  });

  it('is less without a cause than without proof, and nothing without a statement', () => {
    expect(confidence(2, 2, ['step', 'verification'])).toBe(0.3);
    expect(confidence(2, 2, ['cause', 'step'])).toBe(0.4);
    expect(confidence(2, 2, [])).toBe(0);
  });

  it.each([undefined, 1])('is less where the customers are %s', (customers) => {
    expect(confidence(2, customers, WHOLE)).toBe(0.4);
  });

  it('counts a case once for a statement', () => {
    const sources = [1, 2, 3].map((n) => ({ caseId: 'case-1', quote: `q${n}` }));
    const draft = {
      title: 't',
      summary: '',
      tags: [],
      statements: [{ section: 'cause', text: 'c', sources } as const],
    };

    expect(confidenceOf(draft, printerEvidence(fivePrinters()))).toBe(0.13);
  });
});
