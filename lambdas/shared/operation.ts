import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import * as z from 'zod';
import type { AuthoriserContext } from '#contracts/principal.ts';
import { DomainError } from '#core/domain-error.ts';
import { parsePart } from './parse-part.ts';
import { readBody } from './read-body.ts';

/** Who calls; absent on public routes. */
export type Caller = AuthoriserContext;

/** The raw request of one operation, its caller already permitted. */
export type Incoming = { readonly event: APIGatewayProxyEvent; readonly caller: Caller | undefined };

/** Serves one operation of the API. */
export type Operation = (incoming: Incoming) => Promise<APIGatewayProxyResult>;

type Request<Path, Query, Body> = {
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  /** Headers by lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly caller: Caller;
  readonly requestId: string;
};

/** The schema of a path or query that takes no parameter. */
export const nothing = z.strictObject({});

/** The schema of an operation whose body is not read. */
export const noBody = z.undefined();

const lowerCased = (headers: APIGatewayProxyEvent['headers']) =>
  Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));

/** A parameter that is given twice has no one meaning. */
const refuseRepeated = (query: Readonly<Record<string, readonly string[] | undefined>>): void => {
  const repeated = Object.keys(query).filter((name) => (query[name]?.length ?? 0) > 1);
  if (repeated.length === 0) return;
  const errors = repeated.map((name) => ({ path: `/${name}`, message: 'is given more than once' }));
  throw new DomainError('malformed_request', `${repeated.join(', ')}: given more than once`, { errors });
};

/** An operation with a caller: parses path and query (400) and the body (422) by their schemas, then handles the request. */
export const operation =
  <Path extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
    schemas: { readonly path: Path; readonly query: Query; readonly body: Body },
    handle: (
      request: Request<z.infer<Path>, z.infer<Query>, z.infer<Body>>,
    ) => Promise<APIGatewayProxyResult>,
  ): Operation =>
  async ({ event, caller }) => {
    if (!caller) throw new Error('an operation with a caller is served on a public route');
    const body = schemas.body instanceof z.ZodUndefined ? undefined : readBody(event);
    refuseRepeated(event.multiValueQueryStringParameters ?? {});
    return handle({
      path: parsePart(schemas.path, event.pathParameters ?? {}, 'malformed_request'),
      query: parsePart(schemas.query, event.queryStringParameters ?? {}, 'malformed_request'),
      body: parsePart(schemas.body, body, 'invalid_request'),
      headers: lowerCased(event.headers),
      caller,
      requestId: event.requestContext.requestId,
    });
  };

/** An operation that needs no token and takes no input. */
export const publicOperation =
  (handle: () => Promise<APIGatewayProxyResult>): Operation =>
  () =>
    handle();
