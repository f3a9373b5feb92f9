import { STATUS_CODES } from 'node:http';
import type { ProblemCode } from '#contracts/problem.ts';

type Answer = { readonly status: number; readonly code: ProblemCode; readonly detail: string };

const UNAUTHENTICATED: Answer = {
  status: 401,
  code: 'unauthenticated',
  detail: 'a valid access token is needed',
};
const FORBIDDEN: Answer = { status: 403, code: 'forbidden', detail: 'this is not allowed' };
const MALFORMED: Answer = { status: 400, code: 'malformed_request', detail: 'the request could not be read' };
const NOT_FOUND: Answer = { status: 404, code: 'not_found', detail: 'there is no such route' };
const THROTTLED: Answer = { status: 429, code: 'throttled', detail: 'too many requests, try again later' };
const FAULT: Answer = { status: 500, code: 'internal_error', detail: 'the fault is ours' };

/** What API Gateway itself answers, by its response types; no function has a part in these. */
const ANSWERS: Record<string, Answer> = {
  UNAUTHORIZED: UNAUTHENTICATED,
  ACCESS_DENIED: FORBIDDEN,
  EXPIRED_TOKEN: FORBIDDEN,
  INVALID_API_KEY: FORBIDDEN,
  INVALID_SIGNATURE: FORBIDDEN,
  WAF_FILTERED: FORBIDDEN,
  // What the gateway says of a route that it does not know, whatever the name.
  MISSING_AUTHENTICATION_TOKEN: NOT_FOUND,
  RESOURCE_NOT_FOUND: NOT_FOUND,
  BAD_REQUEST_BODY: MALFORMED,
  BAD_REQUEST_PARAMETERS: MALFORMED,
  REQUEST_TOO_LARGE: { status: 413, code: 'payload_too_large', detail: 'the request is too large' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, code: 'unsupported_media_type', detail: 'send application/json' },
  THROTTLED,
  QUOTA_EXCEEDED: THROTTLED,
  INTEGRATION_FAILURE: { status: 503, code: 'unavailable', detail: 'try again later' },
  INTEGRATION_TIMEOUT: { status: 504, code: 'timeout', detail: 'the answer took too long' },
  API_CONFIGURATION_ERROR: FAULT,
  AUTHORIZER_CONFIGURATION_ERROR: FAULT,
  AUTHORIZER_FAILURE: FAULT,
  DEFAULT_4XX: MALFORMED,
  DEFAULT_5XX: FAULT,
};

/** The section `x-amazon-apigateway-gateway-responses`: each answer of the gateway's own as a problem (RFC 9457), in the words that the functions use. */
export const gatewayResponses = (): Record<string, unknown> =>
  Object.fromEntries(Object.entries(ANSWERS).map(([type, answer]) => [type, response(answer)]));

const response = ({ status, code, detail }: Answer) => ({
  statusCode: String(status),
  responseParameters: {
    'gatewayresponse.header.Content-Type': "'application/problem+json'",
    'gatewayresponse.header.Cache-Control': "'no-store'",
    'gatewayresponse.header.x-request-id': 'context.requestId',
    ...(status === 401 ? { 'gatewayresponse.header.WWW-Authenticate': "'Bearer'" } : {}),
  },
  responseTemplates: {
    'application/json': JSON.stringify({
      type: `urn:caselore:problem:${code}`,
      title: STATUS_CODES[status],
      status,
      code,
      detail,
      instance: '$context.path',
    }),
  },
});
