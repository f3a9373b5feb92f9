import { StartRefusal } from '../start-refusal.ts';
import type { DeclaredGatewayResponse } from './api-document.ts';
import type { HttpAnswer } from './http-answer.ts';

/** The gateway's own answers that occur here: their usual status and message (API Gateway developer guide). */
const STANDARD = {
  ACCESS_DENIED: [403, 'User is not authorized to access this resource'],
  AUTHORIZER_CONFIGURATION_ERROR: [500, 'Internal server error'],
  AUTHORIZER_FAILURE: [500, 'Internal server error'],
  BAD_REQUEST_PARAMETERS: [400, 'Invalid request path'],
  INTEGRATION_FAILURE: [504, 'Internal server error'],
  INTEGRATION_TIMEOUT: [504, 'Endpoint request timed out'],
  MALFORMED_ANSWER: [502, 'Internal server error'],
  MISSING_AUTHENTICATION_TOKEN: [403, 'Missing Authentication Token'],
  REQUEST_TOO_LARGE: [413, 'Request Too Long'],
  UNAUTHORIZED: [401, 'Unauthorized'],
} as const;

/** Name of one of the gateway's own answers; `MALFORMED_ANSWER` is the 502 that only `DEFAULT_5XX` can shape. */
export type GatewayResponseType = keyof typeof STANDARD;

const OTHER_TYPES = new Set([
  'API_CONFIGURATION_ERROR',
  'BAD_REQUEST_BODY',
  'DEFAULT_4XX',
  'DEFAULT_5XX',
  'EXPIRED_TOKEN',
  'INVALID_API_KEY',
  'INVALID_SIGNATURE',
  'QUOTA_EXCEEDED',
  'RESOURCE_NOT_FOUND',
  'THROTTLED',
  'UNSUPPORTED_MEDIA_TYPE',
  'WAF_FILTERED',
]);

/** What a response's templates may name, e.g. `{ requestId: '…', path: '/x' }` for `$context.requestId`. */
export type GatewayContext = Readonly<Record<string, string>>;

// Besides those of the error itself.
const CONTEXT_VARIABLES = [
  'requestId',
  'extendedRequestId',
  'path',
  'httpMethod',
  'resourcePath',
  'stage',
  'requestTime',
  'requestTimeEpoch',
  'protocol',
  'apiId',
  'accountId',
  'domainName',
  'identity.sourceIp',
  'identity.userAgent',
] as const;

const ERROR_VARIABLES = ['error.message', 'error.messageString', 'error.responseType'] as const;

/** Refuses a declared response that the cloud would not take, or whose variables would be empty here. */
export const checkGatewayResponse = (type: string, response: DeclaredGatewayResponse): void => {
  if (!(type in STANDARD && type !== 'MALFORMED_ANSWER') && !OTHER_TYPES.has(type))
    throw new StartRefusal(`API Gateway has no gateway response ${type}.`);
  const known = new Set<string>([...CONTEXT_VARIABLES, ...ERROR_VARIABLES]);
  const texts = [...Object.values(response.responseTemplates), ...Object.values(response.responseParameters)];
  for (const [, name = ''] of texts.flatMap((text) => [...text.matchAll(VARIABLE)]))
    if (!known.has(name))
      throw new StartRefusal(
        `Gateway response ${type} names $context.${name}, which the laptop form does not know.`,
      );
};

/** Makes one of the gateway's own answers: as declared for its type, else for `DEFAULT_4XX` or `DEFAULT_5XX`. */
export const renderGatewayResponse = (
  type: GatewayResponseType,
  declared: Readonly<Record<string, DeclaredGatewayResponse>>,
  context: GatewayContext,
): HttpAnswer => {
  const [usualStatus, message] = STANDARD[type];
  const response = declared[type] ?? declared[usualStatus < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX'];
  const values: GatewayContext = {
    ...context,
    'error.message': message,
    'error.messageString': JSON.stringify(message),
    'error.responseType': type === 'MALFORMED_ANSWER' ? 'DEFAULT_5XX' : type,
  };
  const { statusCode = usualStatus, responseParameters = {}, responseTemplates = {} } = response ?? {};
  const [[contentType, template] = ['application/json', DEFAULT_TEMPLATE]] =
    Object.entries(responseTemplates);
  const headers = Object.entries(responseParameters).map(([name, source]) => [
    name.slice('gatewayresponse.header.'.length).toLowerCase(),
    parameter(source, values),
  ]);
  return {
    status: statusCode,
    headers: { 'content-type': contentType, ...Object.fromEntries(headers) },
    body: Buffer.from(substitute(template, values)),
  };
};

const DEFAULT_TEMPLATE = '{"message":$context.error.messageString}';

const VARIABLE = /\$?\bcontext\.([A-Za-z]+(?:\.[A-Za-z]+)*)/g;

/** Values are escaped as in a JSON string, so that a strange path cannot break the body; `messageString` is whole. */
const substitute = (template: string, values: GatewayContext): string =>
  template.replaceAll(/\$context\.([A-Za-z]+(?:\.[A-Za-z]+)*)/g, (_, name: string) => {
    const value = values[name] ?? '';
    return name === 'error.messageString' ? value : JSON.stringify(value).slice(1, -1);
  });

/** A header's source is a quoted text or `context.<variable>`. */
const parameter = (source: string, values: GatewayContext): string =>
  source.startsWith("'") ? source.slice(1, -1) : (values[source.replace(/^context\./, '')] ?? '');
