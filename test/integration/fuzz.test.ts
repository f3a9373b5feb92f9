import { describe, expect, inject, it } from 'vitest';
import { fuzzTenants } from '#test/fuzz/fuzz-tenants.ts';
import { fuzz } from '#test/fuzz/fuzz.ts';
import { fetchToken } from '#test/support/local-stack.ts';

const SEED = 42_026;

describe('the API, fuzzed from its own document', () => {
  it('answers whatever comes as documented', async () => {
    const url = inject('stackUrl');
    const [admin, ...others] = await Promise.all(
      ['demo-admin', 'demo-viewer', 'other-admin'].map((id) => fetchToken(url, id)),
    );

    const report = await fuzz({ url, tokens: { admin: admin!, others }, seed: SEED, requests: 1_300 });

    expect(report.findings).toEqual([]);
    expect(report.requests).toBe(1_300);
    // It would be blind if it only ever saw refusals; what needs a review, a pattern or an import that waits meets none here.
    const answered = Object.values(report.statuses).filter((counts) =>
      Object.keys(counts).some((status) => status.startsWith('2')),
    );
    expect(answered.length).toBeGreaterThan(Object.keys(report.statuses).length * 0.75);
  }, 400_000);

  it('shows one tenant nothing of another', async () => {
    const url = inject('stackUrl');
    const [owner, stranger] = await Promise.all(
      ['demo-admin', 'other-admin'].map((id) => fetchToken(url, id)),
    );

    const report = await fuzzTenants({
      url,
      tokens: { owner: owner!, stranger: stranger! },
      seed: SEED,
      tries: 700,
    });

    expect(report.leaks).toEqual([]);
    expect(report.tries).toBeGreaterThanOrEqual(700);
    expect(report.reached).toBeGreaterThan(30);
  }, 400_000);
});
