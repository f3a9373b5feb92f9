import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Section } from '#core/knowledge/article-draft.ts';
import type { EvidenceCase, EvidenceText } from '#core/knowledge/evidence.ts';
import { writeExtract } from '#core/knowledge/extractive/write-extract.ts';
import { generateSample } from '#samples/generate-sample.ts';
import type { SampleCase } from '#samples/sample-case.ts';
import { fivePrinters, printerCase, printerEvidence } from '#test/support/printer-evidence.ts';

const draftOf = (cases: readonly EvidenceCase[]) => writeExtract(printerEvidence(cases))!;
const textsOf = (cases: readonly EvidenceCase[], section: Section): readonly string[] =>
  draftOf(cases)
    .statements.filter((statement) => statement.section === section)
    .map(({ text }) => text);

const reopened = (wrong: string): EvidenceCase => {
  const { texts, ...rest } = printerCase(9);
  const before: readonly EvidenceText[] = [
    { field: 'feed', type: 'note', body: wrong, at: '2026-02-01T08:00:00Z' },
    { field: 'feed', type: 'status_change', body: 'reopened', at: '2026-02-01T09:00:00Z' },
  ];
  return { ...rest, texts: [...texts.slice(0, 3), ...before, ...texts.slice(3)] };
};

describe('writeExtract', () => {
  it('arranges the sentences of the cases by what they tell', () => {
    const cases = fivePrinters();

    expect(textsOf(cases, 'problem')).toEqual(['Grey stripes on every page']);
    expect(textsOf(cases, 'symptom')).toEqual([
      'Every page has a grey stripe on the left.',
      'The stripe grows from day to day.',
    ]);
    expect(textsOf(cases, 'cause')).toEqual(['Root cause: the drum was scratched by a staple.']);
    expect(textsOf(cases, 'step')).toEqual([
      'Printed the cleaning page, the stripe stays.',
      'Looked at the drum through the flap: scratched.',
      'Replaced the drum unit.',
    ]);
    expect(textsOf(cases, 'verification')).toEqual(['No stripe after 500 pages.']);
  });

  it('names problem and cause in the title, cause and fix in the summary', () => {
    expect(draftOf(fivePrinters())).toMatchObject({
      title: 'Grey stripes on every page – the drum was scratched by a staple',
      summary: 'Root cause: the drum was scratched by a staple. Replaced the drum unit.',
    });
  });

  it('gives each statement all cases that tell the same, in their own words', () => {
    const cases = [...fivePrinters(), printerCase(6, { resolution: 'Replaced the drun unit.' })];
    const fix = draftOf(cases).statements.find(({ text }) => text === 'Replaced the drum unit.');

    expect(fix?.sources).toHaveLength(6);
    expect(fix?.sources).toContainEqual({ caseId: 'case-6', quote: 'Replaced the drun unit.' });
  });

  it('does not cite a case that tells another number', () => {
    const cases = [
      ...fivePrinters(),
      printerCase(6, { resolution: 'Replaced the drum unit. No stripe after 90 pages.', mail: '' }),
    ];
    const proof = draftOf(cases).statements.find(({ section }) => section === 'verification');

    expect(proof).toMatchObject({ text: 'No stripe after 500 pages.' });
    expect(proof?.sources.map(({ caseId }) => caseId)).not.toContain('case-6');
  });

  it('never tells as a step or a cause what a case took back', () => {
    const wrong = 'Replaced the power supply of the printer.';
    const cases = [...fivePrinters({ notes: [] }).slice(0, 4), reopened(wrong)];

    expect(JSON.stringify(draftOf(cases))).not.toContain(wrong);
  });

  it('prefers what names no thing of one customer', () => {
    const titles = [
      'Stripes on host prn07',
      'Stripes on host prn08',
      'Grey stripes again',
      'Grey stripes again',
    ];
    const cases = titles.map((title, n) => printerCase(n, { title }));

    expect(draftOf(cases).title).toMatch(/^Grey stripes again/);
  });

  it.each([
    ['a person', 'Ms Ada Lovelace sees a grey stripe.'],
    ['an address', 'Write to ada.lovelace@firm.example about the stripe.'],
    ['a customer', 'All printers of Firm 3 print grey stripes.'],
    ['a customer in a mark', 'All printers (firm 3) print grey stripes.'],
  ])('does without a sentence that names %s', (_what, description) => {
    const cases = fivePrinters({ description: `${description} The display asks for service.` });

    expect(textsOf(cases, 'symptom')).toEqual(['The display asks for service.']);
  });

  it('shows nothing hidden and no markup', () => {
    const cases = fivePrinters({
      description: 'The tray\u200b is empty now. <b>Ignore</b> all of this. The display asks for service.',
    });

    expect(textsOf(cases, 'symptom')).toEqual(['The display asks for service.']);
  });

  it('lists products, versions and codes that two customers name', () => {
    const cases = [
      printerCase(1, {
        title: 'Inkwell 20 stripes, E-301',
        description: 'It runs Firmware 2.0.14 and E-901.',
      }),
      printerCase(2, { title: 'Inkwell 20 stripes, E-301', description: 'Firmware 2.0.14 has stripes.' }),
      printerCase(3, { description: 'Stripes with Firmware 9.9.1 too.' }),
    ];

    expect(textsOf(cases, 'environment')).toEqual(['Firmware 2.0.14', 'Inkwell 20']);
    expect(draftOf(cases).tags).toEqual(['E-301']);
  });

  it('does not take the version that mends for the environment', () => {
    const resolution = 'Root cause: a bug. Updated Firmware 2.0.15. No stripe after 500 pages.';

    expect(textsOf(fivePrinters({ resolution }), 'environment')).toEqual([]);
  });

  it('takes the steps of one telling, not a mixture', () => {
    const terse = {
      notes: ['Lid up: groove.', 'Swung drum out.'],
      resolution: 'Drum shot. Drum swapped. Pages clean.',
      mail: 'Pages clean.',
    };
    const cases = [...fivePrinters(), printerCase(6, terse), printerCase(7, terse)];

    expect(textsOf(cases, 'step')).toEqual(textsOf(fivePrinters(), 'step'));
    expect(textsOf(cases, 'cause')).toEqual([
      'Root cause: the drum was scratched by a staple.',
      'Drum shot.',
    ]);
  });

  it('tells the steps of one case where each tells them in words of its own', () => {
    const cases = [
      printerCase(1, {
        notes: ['Lid up: groove.', 'Swung drum out.'],
        resolution: 'Drum shot. Fitted fresh drum.',
        mail: '',
      }),
      printerCase(2, {
        notes: ['The man opened the flap.', 'He showed me a scratch.'],
        resolution: 'A clip had scratched the roll. He put in another one.',
        mail: '',
      }),
    ];

    expect(textsOf(cases, 'step')).toEqual([
      'The man opened the flap.',
      'He showed me a scratch.',
      'He put in another one.',
    ]);
  });

  it('writes nothing where no problem can be told without naming somebody', () => {
    const cases = fivePrinters({ title: 'Printer of Ada Lovelace <ada@firm.example>', description: '' });

    expect(writeExtract(printerEvidence(cases))).toBeUndefined();
  });

  describe('on the sample', () => {
    const { cases, truths } = generateSample({ seed: 11, size: 600 });
    const evidenceCase = (one: SampleCase): EvidenceCase => ({
      id: one.id,
      customer: one.customer,
      texts: [
        { field: 'title', body: one.title },
        { field: 'description', body: one.description ?? '' },
        { field: 'resolution', body: one.resolution ?? '' },
        ...(one.feed ?? []).map(({ type, body, created_at: at }) => ({
          field: 'feed' as const,
          type,
          body,
          at,
        })),
      ],
    });
    const evidences = [...Map.groupBy(cases, (_, n) => truths[n]?.pattern)].flatMap(([pattern, own]) =>
      pattern === undefined ? [] : [own.map(evidenceCase)],
    );
    const somePattern = fc.constantFrom(...evidences);

    it('tells only what stands in the cases, word for word', () => {
      fc.assert(
        fc.property(somePattern, (own) => {
          for (const { text, sources } of draftOf(own).statements) {
            expect(
              sources.some(({ quote }) => quote.includes(text) || quote.replaceAll(/\s+/g, ' ') === text),
            ).toBe(true);
            for (const { caseId, quote } of sources) {
              const texts = own.find(({ id }) => id === caseId)?.texts ?? [];
              expect(texts.some(({ body }) => body.includes(quote))).toBe(true);
            }
          }
        }),
        { numRuns: 15 },
      );
    });

    it('tells the same in every order of the cases', () => {
      const shuffled = somePattern.chain((own) =>
        fc.tuple(fc.constant(own), fc.shuffledSubarray(own, { minLength: own.length })),
      );

      fc.assert(
        fc.property(shuffled, ([own, others]) => {
          const { statements, ...head } = draftOf(own);
          const { statements: again, ...same } = draftOf(others);
          expect(same).toEqual(head);
          expect(again.map(({ text }) => text)).toEqual(statements.map(({ text }) => text));
        }),
        { numRuns: 15 },
      );
    });
  });
});
