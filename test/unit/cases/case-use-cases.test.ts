import { describe, expect, it } from 'vitest';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { CaseContent } from '#contracts/case.ts';
import { createCase } from '#core/use-cases/create-case.ts';
import { deleteCase } from '#core/use-cases/delete-case.ts';
import { getCase } from '#core/use-cases/get-case.ts';
import { listCases } from '#core/use-cases/list-cases.ts';
import { replaceCase } from '#core/use-cases/replace-case.ts';
import { aCase, aDeletedCase } from '#test/support/a-case.ts';
import { countedIds } from '#test/support/counted-ids.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { knownLanguageDetector } from '#test/support/known-language-detector.ts';
import { memoryCaseStore } from '#test/support/memory-case-store.ts';
import type { CaseRow } from '#core/cases/case-row.ts';

const content = CaseContent.parse({ title: 'Fan is loud' });
const NOW = '2026-03-01T12:00:00.000Z';

const setup = (rows: readonly CaseRow[] = []) => {
  const cases = memoryCaseStore(rows);
  const deps = {
    cases,
    clock: fixedClock(NOW),
    ids: countedIds(),
    hasher: nodeHasher,
    languages: knownLanguageDetector,
  };
  return { cases, deps };
};

describe('createCase', () => {
  it('makes a case with an id of ours', async () => {
    const { cases, deps } = setup();

    const row = await createCase(deps)('demo', content);

    expect(row).toMatchObject({
      id: 'id-1',
      version: Date.parse(NOW) / 1_000,
      createdAt: NOW,
      updatedAt: NOW,
      content,
    });
    expect(await cases.find('demo', 'id-1')).toEqual(row);
  });

  it('refuses an id that exists', async () => {
    const { deps } = setup([aCase()]);

    await expect(createCase(deps)('demo', content, 'c-1')).rejects.toMatchObject({ code: 'already_exists' });
  });

  it('goes on from the version of a deleted case, so that no version comes back', async () => {
    const { deps } = setup([aDeletedCase({ version: 7 })]);

    expect(await createCase(deps)('demo', content, 'c-1')).toMatchObject({ version: 8 });
  });

  it('lets one of two creators win', async () => {
    const { deps } = setup();

    const results = await Promise.allSettled([
      createCase(deps)('demo', content, 'c-9'),
      createCase(deps)('demo', content, 'c-9'),
    ]);

    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'already_exists' },
    });
  });
});

describe('replaceCase', () => {
  it('replaces the content and keeps what the source said', async () => {
    const { deps } = setup([aCase({ sourceUpdatedAt: '2025-01-01T00:00:00.000Z' })]);

    const row = await replaceCase(deps)('demo', 'c-1', content);

    expect(row).toMatchObject({
      version: 2,
      content,
      updatedAt: NOW,
      sourceUpdatedAt: '2025-01-01T00:00:00.000Z',
    });
  });

  it('refuses a stale If-Match and changes nothing', async () => {
    const { cases, deps } = setup([aCase({ version: 3 })]);

    await expect(replaceCase(deps)('demo', 'c-1', content, 2)).rejects.toMatchObject({
      code: 'version_mismatch',
    });
    expect(await cases.find('demo', 'c-1')).toEqual(aCase({ version: 3 }));
  });

  it('never creates', async () => {
    const { deps } = setup([aDeletedCase({ id: 'gone' })]);

    await expect(replaceCase(deps)('demo', 'nobody', content)).rejects.toMatchObject({ code: 'not_found' });
    await expect(replaceCase(deps)('demo', 'gone', content)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('loses no write when two replace at once', async () => {
    const { cases, deps } = setup([aCase()]);

    await Promise.all([replaceCase(deps)('demo', 'c-1', content), replaceCase(deps)('demo', 'c-1', content)]);

    expect(await cases.find('demo', 'c-1')).toMatchObject({ version: 3 });
  });
});

describe('deleteCase', () => {
  it('leaves a tombstone with the next version', async () => {
    const { cases, deps } = setup([aCase()]);

    await deleteCase(deps)('demo', 'c-1');

    expect(await cases.find('demo', 'c-1')).toEqual(aDeletedCase({ updatedAt: NOW }));
    await expect(getCase(deps)('demo', 'c-1')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('refuses what is not there, deleted or of another tenant', async () => {
    const { deps } = setup([aCase()]);

    await expect(deleteCase(deps)('demo', 'c-2')).rejects.toMatchObject({ code: 'not_found' });
    await expect(deleteCase(deps)('other', 'c-1')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('listCases', () => {
  it('ends a page before 4 MiB and goes on where it ended', async () => {
    const long = CaseContent.parse({
      title: 't',
      description: 'ä'.repeat(100_000),
      resolution: 'ö'.repeat(100_000),
    });
    const { deps } = setup(
      Array.from({ length: 15 }, (_, n) => aCase({ id: `c-${String(n).padStart(2, '0')}`, content: long })),
    );

    const first = await listCases(deps)('demo', 200);
    const second = await listCases(deps)('demo', 200, first.next);

    expect(first.rows.map(({ id }) => id)).toEqual(
      ['14', '13', '12', '11', '10', '09', '08', '07', '06', '05'].map((n) => `c-${n}`),
    );
    expect(second.rows).toHaveLength(5);
    expect(second.next).toBeUndefined();
  });
});
