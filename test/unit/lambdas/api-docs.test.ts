import { describe, expect, it } from 'vitest';
import { createHandler } from '#lambdas/api-docs/handler.ts';
import { aContext, anApiEvent } from '#test/support/an-api-event.ts';

const setup = () => {
  const handler = createHandler({
    document: JSON.stringify({ openapi: '3.1.0', servers: [{ url: '{base_url}' }], paths: {} }),
    page: '<p>{base_url}</p>',
    publicUrl: 'https://api.example/?a="b"',
  });
  return (resource: string) => handler(anApiEvent({ resource, path: resource }), aContext());
};

describe('api-docs', () => {
  it('answers the document with the address of this API', async () => {
    const answer = await setup()('/api/v1/openapi.json');

    expect(answer).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/json' } });
    expect(JSON.parse(answer.body)).toEqual({
      openapi: '3.1.0',
      servers: [{ url: 'https://api.example/?a="b"' }],
      paths: {},
    });
  });

  it('answers the page, closed to everything from elsewhere', async () => {
    const answer = await setup()('/api/v1/docs');

    expect(answer).toMatchObject({
      statusCode: 200,
      body: '<p>https://api.example/?a=&quot;b&quot;</p>',
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': expect.stringContaining("default-src 'none'"),
      },
    });
  });
});
