import { describe, expect, it } from 'vitest';
import { writeExtract } from '#core/knowledge/extractive/write-extract.ts';
import { markdownOf } from '#core/knowledge/markdown-of.ts';
import { sufficiencyOf } from '#core/knowledge/sufficiency.ts';
import { printerCase, printerEvidence } from '#test/support/printer-evidence.ts';

const LONG = 100_000;
/** Far above what is needed, and far below what going back and forth over such a text would take. */
const PATIENCE = 30_000;
const filled = (part: string): string => part.repeat(Math.ceil(LONG / part.length));

// What makes a careless pattern go back and forth; a careless one does not end before the test's time is over.
describe.each([
  ['full stops', '.'],
  ['abbreviations', 'e.g. '],
  ['short sentences', 'A b. '],
  ['letters', 'a'],
  ['equal signs', 'a=a='],
  ['columns', '| '],
  ['open brackets', 'at (('],
  ['tags', '<a '],
  ['spaces', ' '],
  ['line ends', 'a\n'],
  ['addresses', 'a@'],
  ['schemes', 'http:'],
  ['backticks', '` '],
  ['numbers', '1'],
  ['steps', '1. 2) '],
  ['wrapped lines', 'this line is long enough to have been wrapped in the middle\n'],
  ['relapses', 'it had been '],
  ['capitals', 'A B '],
])('a case full of %s', (_what, part) => {
  const text = filled(part);

  it('is read to its end', { timeout: PATIENCE }, () => {
    const cases = [
      printerCase(1),
      printerCase(2, { description: text, notes: [text, 'reopened', text], resolution: text, mail: text }),
    ];
    const evidence = printerEvidence(cases);

    expect(writeExtract(evidence)?.title).toContain('Grey stripes');
    expect(sufficiencyOf(evidence, { told: 1, ofCases: 1 })).toEqual({ sufficient: true });
  });

  it('is rendered to its end', { timeout: PATIENCE }, () => {
    expect(markdownOf(text).length).toBeGreaterThanOrEqual(text.trim().length / 2);
  });
});
