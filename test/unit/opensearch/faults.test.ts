import { describe, expect, it, onTestFinished } from 'vitest';
import { callIndex } from '#adapters/opensearch/call-index.ts';
import { openTransport } from '#adapters/opensearch/open-transport.ts';
import { readSearchUrl } from '#adapters/opensearch/search-url.ts';
import { IndexUnavailable } from '#core/search/index-unavailable.ts';
import { aPassage, aVector } from '#test/support/a-passage.ts';
import { anEmptyOpensearch } from '#test/support/an-empty-opensearch.ts';
import { anOpensearchIndex } from '#test/support/an-opensearch-index.ts';
import { startHttpServer, type HttpCall, type HttpReply } from '#test/support/http-server.ts';

const setup = async (answer: (call: HttpCall) => HttpReply) => {
  const server = await startHttpServer(answer);
  onTestFinished(server.stop);
  return { server, index: anOpensearchIndex(server.url) };
};

const isBulk = ({ target }: HttpCall): boolean => target.endsWith('/_bulk');
const idsOf = ({ body }: HttpCall): readonly string[] =>
  [...body.matchAll(/"_id":"([^"]+)"/g)].map(([, id]) => id!);
const items = (statuses: readonly number[], type = 'some_exception'): HttpReply => ({
  status: 200,
  body: {
    items: statuses.map((status) => ({
      index: { status, ...(status >= 400 && { error: { type, reason: 'field [title] of Mrs. Brown' } }) },
    })),
  },
});

const search = { tenant: 'demo', kinds: ['case'], filters: {}, limit: 9 } as const;
const passages = ['a', 'b', 'c'].map((id) => aPassage({ id }));

describe('an OpenSearch that does not do as it is asked', () => {
  it('is sent only the documents again for which it was too busy', async () => {
    const { server, index } = await setup((call) => {
      if (!isBulk(call)) return anEmptyOpensearch(call);
      return idsOf(call).length === 3 ? items([200, 429, 503]) : anEmptyOpensearch(call);
    });

    await index.upsert(passages);

    const [first, second, ...rest] = server.calls.filter(isBulk).map(idsOf);
    expect(first).toHaveLength(3);
    expect(second).toEqual(first?.slice(1));
    expect(rest).toEqual([]);
  });

  it('is given up when it stays busy, by number and without a word of the records', async () => {
    const { server, index } = await setup((call) =>
      isBulk(call) ? items(idsOf(call).map(() => 429)) : anEmptyOpensearch(call),
    );

    await expect(index.upsert(passages)).rejects.toThrow(
      'OpenSearch refused 3 of 3 documents, the first with 429 some_exception',
    );
    expect(server.calls.filter(isBulk)).toHaveLength(5);
  });

  it('says which documents it refuses at once, by number and without a word of the records', async () => {
    const { server, index } = await setup((call) =>
      isBulk(call) ? items([200, 400, 200], 'mapper_parsing_exception') : anEmptyOpensearch(call),
    );

    await expect(index.upsert(passages)).rejects.toThrow(
      /^OpenSearch refused 1 of 3 documents, the first with 400 mapper_parsing_exception$/,
    );
    expect(server.calls.filter(isBulk)).toHaveLength(1);
  });

  it('is asked again when it is busy, and then is unavailable', async () => {
    const { server, index } = await setup(() => ({ status: 503, body: {} }));

    await expect(index.search({ ...search, text: 'x' })).rejects.toBeInstanceOf(IndexUnavailable);
    expect(server.calls).toHaveLength(2);
  });

  it('is unavailable when nobody listens', async () => {
    const { server, index } = await setup(anEmptyOpensearch);
    await server.stop();

    await expect(index.count('demo')).rejects.toMatchObject({ code: 'unavailable', retryAfterSeconds: 15 });
  });

  it('is unavailable when it sleeps, and is not asked again by the one who has waited', async () => {
    const { server } = await setup(() => undefined);
    const transport = openTransport(readSearchUrl(server.url), async () => ({
      accessKeyId: '',
      secretAccessKey: '',
    }));
    const call = callIndex(transport, { milliseconds: 30, tries: 4 }, { before: async () => undefined });

    await expect(call({ method: 'POST', path: '/i/_search', body: {} })).rejects.toMatchObject({
      name: 'IndexUnavailable',
      part: 'all',
    });
    expect(server.calls).toHaveLength(1);
  });

  it.each([
    ['vector', 503, { name: 'IndexUnavailable', part: 'vectors' }],
    ['keyword', 429, { name: 'IndexUnavailable', part: 'all' }],
    ['vector', 400, { message: 'OpenSearch refused the search of vector: 400 some_exception' }],
  ])('fails in the search of %s with %i', async (arm, status, expected) => {
    const failed = { status, error: { type: 'some_exception', reason: 'query of Mrs. Brown' } };
    const found = { hits: { hits: [] } };
    const { index } = await setup(() => ({
      status: 200,
      body: { responses: ['keyword', 'vector', 'exactTitle'].map((name) => (name === arm ? failed : found)) },
    }));

    await expect(index.search({ ...search, text: 'x', vector: aVector(0) })).rejects.toMatchObject(expected);
  });

  it('keeps to itself what its errors quote', async () => {
    const { index } = await setup(() => ({
      status: 400,
      body: { error: { type: 'parsing_exception', reason: 'query of Mrs. Brown' } },
    }));

    const error = await index.count('demo').catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({
      message: 'OpenSearch answered POST /caselore-m-8-g1/_count with 400 parsing_exception',
    });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('Brown');
  });

  it('has its index made again after somebody dropped it', async () => {
    let dropped = true;
    const { server, index } = await setup((call) => {
      if (!isBulk(call) || !dropped) return anEmptyOpensearch(call);
      dropped = false;
      return items([404], 'index_not_found_exception');
    });

    await expect(index.upsert([aPassage()])).rejects.toThrow('404 index_not_found_exception');
    await index.upsert([aPassage()]);

    expect(server.calls.filter(({ method }) => method === 'PUT')).toHaveLength(2);
  });

  it('takes an index that somebody else made a moment earlier', async () => {
    const { index } = await setup((call) =>
      call.method === 'PUT'
        ? { status: 400, body: { error: { type: 'resource_already_exists_exception' } } }
        : anEmptyOpensearch(call),
    );

    await expect(index.upsert([aPassage()])).resolves.toBeUndefined();
  });

  it('is not believed when it answers fewer documents than it was sent', async () => {
    const { index } = await setup((call) => (isBulk(call) ? items([200]) : anEmptyOpensearch(call)));

    await expect(index.upsert(passages)).rejects.toThrow('OpenSearch answered 1 of 3 documents');
  });

  it('is given up where documents keep changing', async () => {
    const { index } = await setup((call) =>
      isBulk(call) ? items(idsOf(call).map(() => 409)) : anEmptyOpensearch(call),
    );

    await expect(index.upsert([aPassage()])).rejects.toThrow('1 documents keep changing in OpenSearch');
  });
});
