import type { ArticleDraft, Statement } from '#core/knowledge/article-draft.ts';
import type { Evidence, EvidenceCase } from '#core/knowledge/evidence.ts';

/** A resolved case as evidence: its resolution, of a customer of its own. */
export const anEvidenceCase = (
  id: string,
  resolution: string,
  overrides: Partial<EvidenceCase> = {},
): EvidenceCase => ({
  id,
  customer: `customer of ${id}`,
  texts: [{ field: 'resolution', body: resolution }],
  ...overrides,
});

/** Evidence of a pattern from its cases. */
export const someEvidence = (...cases: readonly EvidenceCase[]): Evidence => ({
  tenant: 'demo',
  patternId: 'p-1',
  hash: 'h',
  category: 'bios_firmware',
  product: 'Halvern R240',
  customers: new Set(cases.map(({ customer }) => customer)).size,
  cases,
  size: cases.length,
});

/** A statement that cites a case in its own words, unless told otherwise. */
export const aStatement = (text: string, overrides: Partial<Statement> = {}): Statement => ({
  section: 'step',
  text,
  sources: [{ caseId: 'c-1', quote: text }],
  ...overrides,
});

/** A draft with a statement of each part that an article needs, and more. */
export const aDraft = (...more: readonly Statement[]): ArticleDraft => ({
  title: 'CMOS battery empty',
  summary: '',
  tags: [],
  statements: [
    aStatement('Root cause: the CMOS battery was empty.', { section: 'cause' }),
    aStatement('Replaced the CMOS battery and set the date.'),
    ...more,
  ],
});
