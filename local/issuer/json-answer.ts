import type { HttpAnswer } from '../gateway/http-answer.ts';

/** What an issuer says is never kept by a cache (RFC 6749, section 5.1). */
export const NO_STORE = { 'cache-control': 'no-store', pragma: 'no-cache' } as const;

/** An answer of the issuer in JSON. */
export const jsonAnswer = (status: number, content: unknown): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...NO_STORE },
  body: Buffer.from(JSON.stringify(content)),
});
