import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { searchIndexContract } from '#test/contract/search-index.contract.ts';
import { aPassage, aVector } from '#test/support/a-passage.ts';
import { anOpensearchIndex } from '#test/support/an-opensearch-index.ts';
import { startHttpServer } from '#test/support/http-server.ts';
import { notOnServerless } from '#test/support/not-on-serverless.ts';

const url = inject('openSearchUrl');

const visible = async () => {
  await fetch(`${url}/_refresh`, { method: 'POST' });
};

/** Everything that is asked goes through here, so that it can be held to what Serverless offers. */
const between = await startHttpServer(async ({ method, target, headers, body }) => {
  const answer = await fetch(`${url}${target}`, {
    method,
    headers: { 'content-type': headers['content-type'] ?? 'application/json' },
    ...(body !== '' && { body }),
  });
  return { status: answer.status, body: method === 'HEAD' ? undefined : await answer.json() };
});
afterAll(between.stop);

const create = (settings = '') => anOpensearchIndex(`${between.url}/${settings}`, `Test-${randomUUID()}`);
const search = { tenant: 'demo', kinds: ['case'], filters: {}, limit: 10 } as const;

describe.skipIf(url === undefined)('on a real OpenSearch', () => {
  searchIndexContract('opensearch', async () => create(), visible);
  searchIndexContract('opensearch with versions read', async () => create('?versions=read'), visible);

  it('asks nothing that Serverless does not offer', () => {
    expect(between.calls.length).toBeGreaterThan(500);
    expect([...new Set(between.calls.flatMap(notOnServerless))]).toEqual([]);
  });

  searchIndexContract('opensearch with a graph', async () => create('?engine=lucene'), visible);
});

describe.skipIf(url === undefined)('opensearchSearchIndex', () => {
  it.each(['', '?versions=read'])(
    'lets the latest of many writers at once win, with settings %j',
    async (settings) => {
      const index = create(settings);
      const versions = Array.from({ length: 12 }, (_, n) => n + 1);

      await Promise.all(
        versions.map((version) =>
          version === 12
            ? index.upsert([aPassage({ version, text: 'latest' })])
            : index.upsert([aPassage({ version, text: 'older' })]),
        ),
      );
      await visible();

      const found = await index.search({ ...search, text: 'latest older' });
      expect(found.keyword.map(({ version }) => version)).toEqual([12]);
      expect(await index.versions('demo', 'case', ['c-1'])).toEqual(
        new Map([['c-1', { version: 12, removed: false }]]),
      );
    },
  );

  it('guards a passage that began again, though the engine remembers more', async () => {
    const index = create();
    await index.upsert([aPassage({ version: 40 })]);
    await index.forget('demo', [{ kind: 'case', id: 'c-1' }]);

    await index.upsert([aPassage({ version: 2, text: 'second life' })]);
    await index.upsert([aPassage({ version: 1, text: 'late' })]);
    await visible();

    expect(
      (await index.search({ ...search, text: 'life late' })).keyword.map(({ version }) => version),
    ).toEqual([2]);
    await index.upsert([aPassage({ version: 3, text: 'third' })]);
    await visible();
    expect((await index.search({ ...search, text: 'third' })).keyword.map(({ version }) => version)).toEqual([
      3,
    ]);
  });

  it('does not bring back what was removed at the same version', async () => {
    const index = create();
    await index.remove([{ kind: 'case', id: 'c-1', tenant: 'demo', version: 2 }]);

    await index.upsert([aPassage({ version: 2 })]);
    await visible();

    expect(await index.count('demo')).toBe(0);
  });

  it('takes texts as long as a passage can have, and codes without end', async () => {
    const index = create();
    const texts = [
      'a.b-c_'.repeat(41_000),
      'x'.repeat(250_000),
      '漢'.repeat(80_000),
      'E-4711 '.repeat(35_000),
    ];

    await index.upsert(texts.map((text, n) => aPassage({ id: `long-${n}`, text })));
    await visible();

    expect(await index.count('demo')).toBe(texts.length);
    expect((await index.search({ ...search, text: 'E-4711' })).keyword[0]?.id).toBe('long-3');
    const details = await index.details({
      tenant: 'demo',
      text: 'E-4711 漢',
      keys: texts.map((_, n) => ({ kind: 'case', id: `long-${n}` })),
    });
    expect(details.size).toBe(texts.length);
  });

  it('parts what is more than one request takes', async () => {
    const index = create();
    const before = between.calls.length;
    const text = 'blank pages '.repeat(10_000);

    await index.upsert(Array.from({ length: 200 }, (_, n) => aPassage({ id: `c-${n}`, text })));
    await visible();

    const bulks = between.calls.slice(before).filter(({ target }) => target.endsWith('/_bulk'));
    expect(bulks.length).toBeGreaterThan(2);
    expect(bulks.flatMap(notOnServerless)).toEqual([]);
    expect(await index.count('demo')).toBe(200);
  });

  it('finds a word in another form, with an accent or without', async () => {
    const index = create();
    await index.upsert([aPassage({ title: 'Café', text: 'printing stopped' })]);
    await visible();

    const found = async (text: string) => (await index.search({ ...search, text })).keyword.length;
    expect([await found('printed'), await found('cafe'), await found('CAFÉ'), await found('prin')]).toEqual([
      1, 1, 1, 0,
    ]);
  });

  it('puts a code that stands there whole before its parts, and a title before a summary before a text', async () => {
    const index = create();
    const said = { title: 'one two', summary: 'three four', text: 'five six' };
    await index.upsert([
      aPassage({ ...said, id: 'parts', text: 'module 4711 at shelf E' }),
      aPassage({ ...said, id: 'whole', text: 'module E-4711 at shelf' }),
      aPassage({ ...said, id: 'text', text: 'fuser six' }),
      aPassage({ ...said, id: 'title', title: 'one fuser' }),
      aPassage({ ...said, id: 'summary', summary: 'three fuser' }),
      aPassage({ ...said, id: 'CASE-77/b', text: 'nothing' }),
      aPassage({ ...said, id: 'mentions', text: 'see CASE-77/b' }),
    ]);
    await visible();

    const found = async (text: string) =>
      (await index.search({ ...search, text })).keyword.map(({ id }) => id);
    expect(await found('E-4711')).toEqual(['whole', 'parts']);
    expect(await found('fuser')).toEqual(['title', 'summary', 'text']);
    expect((await found('case-77/B'))[0]).toBe('CASE-77/b');
  });

  it('weighs words by how rare they are at the tenant, whatever others have', async () => {
    const index = create();
    const filler = (tenant: string, n: number) =>
      aPassage({ tenant, id: `${tenant}-${n}`, title: 'toner', text: 'drum', vector: aVector(1) });
    await index.upsert([
      aPassage({ id: 'c-1', title: 'toner', text: 'x' }),
      aPassage({ id: 'c-2', title: 'drum', text: 'x' }),
      ...Array.from({ length: 6 }, (_, n) => aPassage({ id: `toner-${n}`, title: 'toner', text: 'x' })),
      ...Array.from({ length: 40 }, (_, n) => filler('other', n)),
    ]);
    await visible();

    const details = await index.details({
      tenant: 'demo',
      text: 'toner drum',
      keys: ['c-1', 'c-2'].map((id) => ({ kind: 'case', id })),
    });

    const [common, rare] = ['case#c-1', 'case#c-2'].map((key) => details.get(key)!.coverage!);
    expect(rare).toBeGreaterThan(common!);
    expect(common! + rare!).toBeCloseTo(1, 5);
  });

  it('keeps the first and the last moment that a record may have', async () => {
    const index = create();
    const [first, last] = ['0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'];
    await index.upsert([
      aPassage({ id: 'first', createdAt: first, updatedAt: first }),
      aPassage({ id: 'last', createdAt: last, updatedAt: last }),
    ]);
    await visible();

    const list = { tenant: 'demo', kind: 'case', filters: {}, limit: 1 } as const;
    const [newest] = await index.list(list);
    expect(newest).toEqual({ updatedAt: last, id: 'last' });
    expect(await index.list({ ...list, after: newest })).toEqual([{ updatedAt: first, id: 'first' }]);
    const found = await index.search({ ...search, text: 'blank', filters: { createdTo: first } });
    expect(found.keyword.map(({ id, updatedAt }) => [id, updatedAt])).toEqual([['first', first]]);
  });

  it('is gone when it is dropped, with all tenants, and may be dropped again', async () => {
    const index = create();
    await index.upsert([aPassage(), aPassage({ tenant: 'other' })]);
    await visible();

    await index.drop();
    await index.drop();

    expect([await index.count('demo'), await index.count('other')]).toEqual([0, 0]);
    await index.upsert([aPassage()]);
    await visible();
    expect(await index.count('demo')).toBe(1);
  });
});
