import { describe, expect, it } from 'vitest';
import { createRouter } from '#local/gateway/create-router.ts';
import type { HttpRequest } from '#local/gateway/http-request.ts';
import { proxyEvent } from '#local/gateway/proxy-event.ts';
import { readApi } from '#local/gateway/read-api.ts';
import { aCall } from '#test/support/a-call.ts';
import { anApiDocument } from '#test/support/an-api-document.ts';

const setup = (target: string, request: Partial<HttpRequest> = {}, binaryMediaTypes: string[] = []) => {
  const call = aCall(target, request);
  const match = createRouter(readApi('api1', 'caselore-test', anApiDocument()).routes)(
    call.request.method,
    call.request.path,
  );
  return proxyEvent({ call, match: match!, authoriser: { tenant: 'demo' }, binaryMediaTypes });
};

describe('proxyEvent', () => {
  it('decodes path parameters once and keeps the path as sent', () => {
    expect(setup('/cases/a%2Fb%2525')).toMatchObject({
      resource: '/cases/{id}',
      path: '/cases/a%2Fb%2525',
      pathParameters: { id: 'a/b%25' },
      httpMethod: 'GET',
    });
  });

  it('gives queries and headers by their last value and by all', () => {
    const event = setup('/cases?tag=a+b&tag=c%26&empty=', {
      headers: [
        ['Host', 'localhost:8080'],
        ['X-Two', '1'],
        ['X-Two', '2'],
      ],
    });

    expect(event.queryStringParameters).toEqual({ tag: 'c&', empty: '' });
    expect(event.multiValueQueryStringParameters).toEqual({ tag: ['a b', 'c&'], empty: [''] });
    expect(event.headers).toMatchObject({
      'X-Two': '2',
      'X-Forwarded-For': '127.0.0.1',
      'X-Forwarded-Port': '8080',
    });
    expect(event.multiValueHeaders['X-Two']).toEqual(['1', '2']);
  });

  it('has null where there is nothing', () => {
    expect(setup('/cases')).toMatchObject({
      pathParameters: null,
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
      stageVariables: null,
      body: null,
      isBase64Encoded: false,
    });
  });

  it('tells who asked, when and where', () => {
    expect(setup('/cases', { headers: [['User-Agent', 'curl']] }).requestContext).toMatchObject({
      accountId: '000000000000',
      apiId: 'api1',
      authorizer: { tenant: 'demo' },
      identity: { sourceIp: '127.0.0.1', userAgent: 'curl', user: null },
      protocol: 'HTTP/1.1',
      requestId: 'r-1',
      requestTime: '22/Nov/2026:04:30:00 +0000',
      requestTimeEpoch: Date.parse('2026-11-22T04:30:00Z'),
      resourcePath: '/cases',
      stage: 'live',
    });
  });

  it.each([
    ['application/json', [], 'é', false],
    ['image/png', ['image/*'], Buffer.from('é').toString('base64'), true],
    ['image/png', ['*/*'], Buffer.from('é').toString('base64'), true],
  ])('gives a body of %s for the binary types %j', (type, binary, body, isBase64Encoded) => {
    const request = { body: Buffer.from('é'), headers: [['content-type', type]] as [string, string][] };

    expect(setup('/cases', request, binary)).toMatchObject({ body, isBase64Encoded });
  });
});
