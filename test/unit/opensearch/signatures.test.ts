import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readSearchUrl } from '#adapters/opensearch/search-url.ts';
import { aPassage } from '#test/support/a-passage.ts';
import { anEmptyOpensearch } from '#test/support/an-empty-opensearch.ts';
import { anOpensearchIndex } from '#test/support/an-opensearch-index.ts';
import { startHttpServer, type HttpCall } from '#test/support/http-server.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=AKID\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)$/;

/** The signature that a call must carry, computed anew as AWS describes it, beside the one that it carries. */
const signaturesOf = ({ method, target, headers, body }: HttpCall) => {
  const [, date, region, service, names, carried] = AUTHORIZATION.exec(headers.authorization ?? '') ?? [];
  const signed = names!.split(';').map((name) => `${name}:${String(headers[name])}\n`);
  const canonical = [method, target, '', signed.join(''), names, sha256(body)].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = [date!, region!, service!, 'aws4_request'].reduce<string | Buffer>(hmac, 'AWS4secret');
  return { carried, expected: hmac(key, toSign).toString('hex'), region, service, names };
};

const callsOf = async (settings: string): Promise<readonly HttpCall[]> => {
  const server = await startHttpServer(anEmptyOpensearch);
  onTestFinished(server.stop);
  const index = anOpensearchIndex(`${server.url}/${settings}`);
  await index.upsert([aPassage({ title: 'Müller & Söhne 漢字' })]);
  await index.search({ tenant: 'demo', kinds: ['case'], filters: {}, text: 'größe', limit: 1 });
  await index.drop();
  return server.calls;
};

describe('signatures of requests', () => {
  it.each(['aoss', 'es'])('are those of %s, of every call, over its body', async (service) => {
    const calls = await callsOf(`?signing=${service}&region=eu-west-1`);

    expect(calls).toHaveLength(5);
    for (const call of calls) {
      const signature = signaturesOf(call);
      expect(signature).toMatchObject({ carried: signature.expected, region: 'eu-west-1', service });
      expect(signature.names).toContain('x-amz-security-token');
      expect(call.headers['x-amz-content-sha256']).toBe(sha256(call.body));
      // A collection compares the length with the checksum, and takes no chunks.
      expect(call.headers['transfer-encoding']).toBeUndefined();
    }
  });

  it('are left out where nobody asks for them', async () => {
    for (const { headers } of await callsOf('')) expect(headers.authorization).toBeUndefined();
  });
});

describe('readSearchUrl', () => {
  it('reads how an OpenSearch is spoken to from its address', () => {
    const read = readSearchUrl(
      'https://abc.aoss.eu-west-1.on.aws/?signing=aoss&region=eu-west-1&compression=8x',
    );

    expect({ ...read, node: read.node.href }).toEqual({
      node: 'https://abc.aoss.eu-west-1.on.aws/',
      signing: 'aoss',
      region: 'eu-west-1',
      compression: '8x',
      versions: 'external',
    });
  });

  it.each([
    'https://abc/?signing=aoss',
    'https://abc/?signing=maybe',
    'https://abc/?unknown=1',
    'https://abc/?versions=no',
  ])('refuses %s', (url) => {
    expect(() => readSearchUrl(url)).toThrow(/region|invalid|unrecognized/i);
  });
});
