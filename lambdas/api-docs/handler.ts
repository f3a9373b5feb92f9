import * as z from 'zod';
import { publicOperation } from '#lambdas/shared/operation.ts';
import { route } from '#lambdas/shared/route.ts';

export type ApiDocsDeps = {
  /** The OpenAPI document as JSON. */
  readonly document: string;
  /** The page; `{base_url}` stands where the API's address belongs. */
  readonly page: string;
  /** The API's base URL, without a slash at its end. */
  readonly publicUrl: string;
};

const Document = z.looseObject({ openapi: z.string(), servers: z.array(z.object({ url: z.string() })) });

/** Neither secret nor about to change: only a deployment brings a new one. */
const CACHED = { 'cache-control': 'public, max-age=300' };
/** The page has styles of its own and nothing else; not even a script. */
const CLOSED =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const ok = (contentType: string, body: string, headers: Readonly<Record<string, string>> = {}) => ({
  statusCode: 200,
  headers: { 'content-type': contentType, 'x-content-type-options': 'nosniff', ...CACHED, ...headers },
  body,
});

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The description of the API: for programs and for people. */
export const createHandler = ({ document, page, publicUrl }: ApiDocsDeps) => {
  const described = JSON.stringify({
    ...Document.parse(JSON.parse(document)),
    servers: [{ url: publicUrl }],
  });
  const shown = page.replaceAll('{base_url}', escaped(publicUrl));

  return route({
    getApiDocument: publicOperation(async () => ok('application/json', described)),
    getApiDocs: publicOperation(async () =>
      ok('text/html; charset=utf-8', shown, { 'content-security-policy': CLOSED }),
    ),
  });
};
