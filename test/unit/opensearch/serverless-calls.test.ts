import { afterEach, describe, expect, it } from 'vitest';
import { aPassage, aVector } from '#test/support/a-passage.ts';
import { anEmptyOpensearch } from '#test/support/an-empty-opensearch.ts';
import { anOpensearchIndex } from '#test/support/an-opensearch-index.ts';
import { startHttpServer, type HttpReply } from '#test/support/http-server.ts';
import { notOnServerless } from '#test/support/not-on-serverless.ts';

const KEY = { kind: 'case', id: 'c-1' } as const;

const servers: { stop: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map(({ stop }) => stop()));
});

const setup = async (settings = '', answer: Parameters<typeof startHttpServer>[0] = anEmptyOpensearch) => {
  const server = await startHttpServer(answer);
  servers.push(server);
  return { server, index: anOpensearchIndex(`${server.url}/${settings}`) };
};

const conflicts = (body: string): HttpReply => ({
  status: 200,
  body: {
    items: body
      .split('\n')
      .filter((line) => line.includes('"_id"'))
      .map(() => ({ index: { status: 409 } })),
  },
});

describe('what the adapter asks of OpenSearch', () => {
  it.each(['', '?versions=read', '?compression=8x'])(
    'is offered by Serverless, with settings %j',
    async (settings) => {
      const { server, index } = await setup(settings);

      await index.ping();
      await index.upsert([aPassage({ tags: ['refresh', 'script'] })]);
      await index.remove([{ ...KEY, tenant: 'demo', version: 2 }]);
      await index.forget('demo', [KEY]);
      await index.versions('demo', 'case', ['c-1']);
      const asked = { tenant: 'demo', text: 'E-4711 script', vector: aVector(0) };
      await index.search({
        ...asked,
        kinds: ['case'],
        filters: { states: ['x'], createdFrom: '2026' },
        limit: 9,
      });
      await index.details({ ...asked, keys: [KEY] });
      await index.list({ tenant: 'demo', kind: 'case', filters: {}, limit: 9 });
      await index.vectorOf('demo', KEY);
      await index.withoutVector('demo', 'case', ['c-1']);
      await index.count('demo');
      await index.count('demo', { kinds: ['case'], filters: { createdFrom: '2026' } });
      await index.drop();

      expect(server.calls.flatMap(notOnServerless)).toEqual([]);
      expect(new Set(server.calls.map(({ method, target }) => `${method} ${target}`))).toEqual(
        new Set([
          'HEAD /caselore-m-8-g1',
          'PUT /caselore-m-8-g1',
          'DELETE /caselore-m-8-g1',
          ...['_bulk', '_search', '_msearch', '_count'].map((path) => `POST /caselore-m-8-g1/${path}`),
          ...(settings === '?versions=read' ? ['POST /caselore-m-8-g1/_mget'] : []),
        ]),
      );
    },
  );

  it('is offered where versions conflict, too', async () => {
    let conflicted = false;
    const { server, index } = await setup('', (call) => {
      if (!call.target.endsWith('_bulk') || conflicted) return anEmptyOpensearch(call);
      conflicted = true;
      return conflicts(call.body);
    });

    await index.upsert([aPassage()]);

    expect(server.calls.map(({ target }) => target.split('/')[2])).toEqual([
      undefined,
      undefined,
      '_bulk',
      '_mget',
      '_bulk',
    ]);
    expect(server.calls.flatMap(notOnServerless)).toEqual([]);
  });

  it.each([
    [{ method: 'GET', target: '/' }, 'GET / is not offered'],
    [{ method: 'POST', target: '/i/_refresh' }, 'POST /i/_refresh is not offered'],
    [{ method: 'POST', target: '/i/_bulk?refresh=true' }, 'POST /i/_bulk?refresh=true is not offered'],
    [{ method: 'POST', target: '/i/_delete_by_query' }, 'POST /i/_delete_by_query is not offered'],
    [
      { method: 'POST', target: '/i/_search', body: '{"query":{"script_score":{}}}' },
      'POST /i/_search says script_score',
    ],
    [
      { method: 'POST', target: '/i/_bulk', body: '{"update":{"_id":"1"}}\n{}\n' },
      'POST /i/_bulk says update',
    ],
    [
      { method: 'PUT', target: '/i', body: '{"compression_level":"1x","method":{"engine":"faiss"}}' },
      'PUT /i says engine',
    ],
    [{ method: 'PUT', target: '/i', body: '{}' }, 'PUT /i leaves the compression open'],
    [
      { method: 'POST', target: '/i/_bulk', body: '\n'.repeat(10 * 1024 * 1024 + 1) },
      'POST /i/_bulk is too large',
    ],
  ])('would be found out: %#', (call, why) => {
    expect(notOnServerless({ headers: {}, body: '', ...call })).toContain(why);
  });
});
