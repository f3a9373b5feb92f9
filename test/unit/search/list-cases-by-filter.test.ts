import { describe, expect, it } from 'vitest';
import type { CasePosition } from '#core/ports/case-store.ts';
import { listCasesByFilter } from '#core/use-cases/list-cases-by-filter.ts';
import { aCase, aDeletedCase } from '#test/support/a-case.ts';
import { setupSearch } from './setup-search.ts';

const day = (n: number): string => `2026-01-${String(n).padStart(2, '0')}T00:00:00.000Z`;
const CLOSED = { filters: { status: ['closed'] } } as const;

const setup = async () => {
  const rows = Array.from({ length: 9 }, (_, n) =>
    aCase({
      id: `c-${n}`,
      updatedAt: day(n + 1),
      content: { title: 't', status: n % 2 === 0 ? 'closed' : 'open' },
    }),
  );
  const deps = await setupSearch(...rows);
  return { ...deps, list: listCasesByFilter(deps) };
};

describe('listCasesByFilter', () => {
  it('lists newest first, page by page', async () => {
    const { list } = await setup();

    const pages: string[][] = [];
    let after: CasePosition | undefined;
    do {
      const page = await list('demo', { ...CLOSED, limit: 2, after });
      pages.push(page.rows.map(({ id }) => id));
      after = page.next;
    } while (after);

    expect(pages).toEqual([['c-8', 'c-6'], ['c-4', 'c-2'], ['c-0']]);
  });

  it('leaves out what the rows no longer say, and fills the page', async () => {
    const { list, cases } = await setup();
    await cases.write(aDeletedCase({ id: 'c-8', version: 2 }), 1);
    await cases.write(aCase({ id: 'c-6', version: 2, content: { title: 't', status: 'open' } }), 1);

    const page = await list('demo', { ...CLOSED, limit: 2 });

    expect(page.rows.map(({ id }) => id)).toEqual(['c-4', 'c-2']);
  });

  it('shows nothing of another tenant', async () => {
    const { list } = await setup();

    expect(await list('other', { ...CLOSED, limit: 9 })).toEqual({ rows: [], next: undefined });
  });
});
