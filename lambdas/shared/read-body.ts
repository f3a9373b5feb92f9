import type { APIGatewayProxyEvent } from 'aws-lambda';
import { DomainError } from '#core/domain-error.ts';

/** Most bytes of a JSON body. */
const MOST_BYTES = 1024 * 1024;
const JSON_MEDIA_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

const contentType = (headers: APIGatewayProxyEvent['headers']): string => {
  const found = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type');
  return found?.[1] ?? '';
};

/** The JSON value of a request's body; refuses another media type, what is too large, and what is not JSON in UTF-8. */
export const readBody = (event: APIGatewayProxyEvent): unknown => {
  if (event.body === null || event.body === '')
    throw new DomainError('malformed_request', 'a JSON body is required');
  const type = contentType(event.headers);
  if (!JSON_MEDIA_TYPE.test(type)) {
    throw new DomainError(
      'unsupported_media_type',
      `content-type is "${type}", application/json is required`,
    );
  }
  const bytes = Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > MOST_BYTES)
    throw new DomainError('payload_too_large', `a JSON body is at most ${MOST_BYTES} bytes`);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DomainError('malformed_request', `the body is not JSON: ${why}`, { cause });
  }
};
