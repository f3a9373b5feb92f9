import type { Evidence, EvidenceCase, EvidenceText } from '#core/knowledge/evidence.ts';

/** What a case of the printer tells; a test replaces what it is about. */
export type PrinterCase = {
  readonly title: string;
  readonly description: string;
  readonly notes: readonly string[];
  readonly resolution: string;
  readonly mail: string;
};

const TOLD: PrinterCase = {
  title: 'Grey stripes on every page',
  description: 'Every page has a grey stripe on the left. The stripe grows from day to day.',
  notes: ['Printed the cleaning page, the stripe stays.', 'Looked at the drum through the flap: scratched.'],
  resolution:
    'Root cause: the drum was scratched by a staple. Replaced the drum unit. No stripe after 500 pages.',
  mail: 'No stripe after 500 pages.',
};

const feedOf = (type: EvidenceText['type'], body: string, minute: number): EvidenceText => ({
  field: 'feed',
  type,
  body,
  at: `2026-02-01T10:${String(minute).padStart(2, '0')}:00Z`,
});

/** A resolved case of a printer that prints stripes. */
export const printerCase = (n: number, told: Partial<PrinterCase> = {}): EvidenceCase => {
  const { title, description, notes, resolution, mail } = { ...TOLD, ...told };
  return {
    id: `case-${n}`,
    customer: `Firm ${n}`,
    product: 'Inkwell 20',
    resolvedAt: '2026-02-02T10:00:00Z',
    texts: [
      { field: 'title' as const, body: title },
      { field: 'description' as const, body: description },
      { field: 'resolution' as const, body: resolution },
      ...notes.map((body, place) => feedOf('note', body, place)),
      feedOf('email', mail, 59),
    ].filter(({ body }) => body !== ''),
  };
};

/** Evidence of the pattern that these cases are. */
export const printerEvidence = (
  cases: readonly EvidenceCase[],
  overrides: Partial<Evidence> = {},
): Evidence => ({
  tenant: 'demo',
  patternId: 'p-1',
  hash: 'hash-1',
  category: 'hardware',
  product: 'Inkwell 20',
  customers: new Set(cases.map(({ customer }) => customer)).size,
  cases,
  size: cases.length,
  ...overrides,
});

/** Five cases of the printer, told alike but for what `told` replaces. */
export const fivePrinters = (told: Partial<PrinterCase> = {}): readonly EvidenceCase[] =>
  [1, 2, 3, 4, 5].map((n) => printerCase(n, told));
