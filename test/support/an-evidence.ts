import type { Evidence, EvidenceCase } from '#core/knowledge/evidence.ts';

/** A resolved case of evidence; a test names only the fields it is about. */
export const anEvidenceCase = (overrides: Partial<EvidenceCase> = {}): EvidenceCase => ({
  id: 'case-1',
  customer: 'ACME',
  product: 'LaserJet 400',
  resolvedAt: '2026-02-01T00:00:00.000Z',
  texts: [
    { field: 'title', body: 'Blank pages after replacing the toner' },
    {
      field: 'description',
      body: 'Since this morning every page comes out blank. The display shows error 59.F0 and the fuser stays cold.',
    },
    {
      field: 'feed',
      body: 'The transfer roller was not seated after the swap.',
      at: '2026-01-31T00:00:00.000Z',
    },
    {
      field: 'resolution',
      body: 'Reseated the transfer roller until it clicked. Printed a test page with lp -d lj400 /etc/hosts and it was fine.',
    },
  ],
  ...overrides,
});

/** Five cases of one problem, of three customers; a test names only the fields it is about. */
export const anEvidence = (overrides: Partial<Evidence> = {}): Evidence => ({
  tenant: 'demo',
  patternId: 'p-1',
  hash: '0123456789abcdef'.repeat(4),
  category: 'hardware',
  product: 'LaserJet 400',
  customers: 3,
  cases: Array.from({ length: 5 }, (_, n) =>
    anEvidenceCase({ id: `case-${n + 1}`, customer: `Customer ${n % 3}` }),
  ),
  size: 5,
  ...overrides,
});
