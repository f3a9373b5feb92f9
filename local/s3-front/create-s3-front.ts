import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { s3Directory } from '../emulators/create-emulators.ts';
import { incomingDirectory } from '../emulators/object-path.ts';
import type { Iam } from '../iam/create-iam.ts';
import type { Caller } from '../iam/role.ts';
import type { Need } from '../iam/need.ts';
import { bucketArn, s3Needs } from '../iam/s3-needs.ts';
import type { LocalContext } from '../local-context.ts';
import type { Running } from '../resource-type.ts';
import { corsHeaders } from './cors.ts';
import type { CorsRule } from './cors.ts';
import { createEventSender } from './create-event-sender.ts';
import { forward } from './forward.ts';
import { getObject } from './get-object.ts';
import { headObject } from './head-object.ts';
import { putObject } from './put-object.ts';
import { s3Operation } from './s3-operation.ts';
import { S3Error } from './s3-error.ts';
import { parseS3Request } from './s3-request.ts';
import type { S3Request } from './s3-request.ts';
import { verifySignature } from './verify-signature.ts';

type Settings = {
  readonly context: LocalContext;
  readonly iam: Pick<Iam, 'allows' | 'callerOf' | 'refusal'>;
  /** Address of the S3 emulator itself. */
  readonly emulatorEndpoint: string;
  readonly newId?: () => string;
};

/** S3 as functions and clients see it. */
export type S3Front = {
  /** Answers a request whose path starts with the path of `endpoints.s3`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Delivers the events that an earlier run still owes; call it when rules and queues are there. */
  start(): Promise<Running>;
  /** Says how a bucket behaves: whether it sends events, and to whom its browser rules open it. */
  configure(
    bucket: string,
    behaviour: { readonly sendsEvents: boolean; readonly cors: readonly CorsRule[] },
  ): void;
};

/**
 * The front before the S3 emulator: it checks signatures and expiry, takes bodies of any size, honours conditional
 * writes, streams ranges and sends "Object Created" events. What the emulator does well goes to it as it came.
 */
export const createS3Front = ({ context, iam, emulatorEndpoint, newId = randomUUID }: Settings): S3Front => {
  const prefix = new URL(context.endpoints.s3).pathname.replace(/\/$/, '');
  const storageDirectory = s3Directory(context.dataDirectory);
  const place = { emulatorEndpoint, storageDirectory, incoming: incomingDirectory(storageDirectory) };
  const cors = new Map<string, readonly CorsRule[]>();
  const sender = createEventSender({
    context,
    emulatorEndpoint,
    newId,
    directory: join(context.dataDirectory, 's3-events'),
  });

  const serve = async (
    stream: IncomingMessage,
    response: ServerResponse,
    request: S3Request,
  ): Promise<void> => {
    const allowed = corsHeaders(cors.get(request.bucket) ?? [], request);
    for (const [name, value] of Object.entries(allowed ?? {})) response.setHeader(name, value);
    if (request.method === 'OPTIONS') {
      if (allowed === undefined)
        throw new S3Error(403, 'AccessForbidden', 'CORSResponse: This CORS request is not allowed.');
      return void response.writeHead(200).end();
    }
    const caller = verifySignature(request, {
      callerOf: iam.callerOf,
      region: context.region,
      now: context.now(),
    });
    await authorise(iam, caller, caller.role ? neededFor(request) : []);
    await hideAbsence(caller, request);
    return perform(stream, response, request);
  };

  /** Whoever may not list a bucket is told 403 where there is no object, not 404. */
  const hideAbsence = async (caller: Caller, request: S3Request): Promise<void> => {
    if (request.key === '' || !['GET', 'HEAD'].includes(request.method)) return;
    const listing = { action: 's3:ListBucket', resource: bucketArn(request.bucket) };
    if (await iam.allows(caller, listing)) return;
    if ((await headObject(emulatorEndpoint, request)) === undefined) await authorise(iam, caller, [listing]);
  };

  const perform = async (
    stream: IncomingMessage,
    response: ServerResponse,
    request: S3Request,
  ): Promise<void> => {
    const operation = s3Operation(request);
    switch (operation) {
      case 'GetObject':
        return getObject(request, response, place);
      case 'PutObject': {
        const store = async (last: () => Promise<void>) => sender.around(request, operation, last);
        const { etag } = await putObject(stream, request, place, store);
        return void response.writeHead(200, { etag, 'content-length': 0 }).end();
      }
      case 'CompleteMultipartUpload':
      case 'CopyObject':
      case 'PutFramedObject':
        return sender.around(request, operation, async () => pass(stream, response));
      case 'Other':
        return pass(stream, response);
    }
  };

  const pass = async (stream: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = new URL((stream.url ?? '/').slice(prefix.length) || '/', emulatorEndpoint);
    await forward(stream, response, target);
  };

  const handle = async (stream: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = newId().replaceAll('-', '').slice(0, 16).toUpperCase();
    response.setHeader('x-amz-request-id', requestId);
    try {
      await serve(stream, response, parseS3Request(stream, prefix));
    } catch (error) {
      if (stream.destroyed && !stream.complete) return;
      if (!(error instanceof S3Error))
        context.log('s3', error instanceof Error ? (error.stack ?? '') : String(error));
      const refusal =
        error instanceof S3Error
          ? error
          : new S3Error(500, 'InternalError', 'We encountered an internal error. Please try again.');
      refuse(stream, response, refusal, requestId);
    }
  };

  return {
    handle,
    start: async () => sender.start(),
    configure(bucket, { sendsEvents, cors: rules }) {
      cors.set(bucket, rules);
      if (sendsEvents) sender.watch(bucket);
    },
  };
};

const neededFor = (request: S3Request): readonly Need[] => {
  const needs = s3Needs(request);
  if (!needs)
    throw new S3Error(501, 'NotImplemented', 'The laptop form does not know what right this needs.');
  return needs;
};

const authorise = async (iam: Settings['iam'], caller: Caller, needs: readonly Need[]): Promise<void> => {
  const refused = await iam.refusal(caller, needs);
  if (refused) throw new S3Error(403, 'AccessDenied', refused.message);
};

const refuse = (
  stream: IncomingMessage,
  response: ServerResponse,
  error: S3Error,
  requestId: string,
): void => {
  // Read to its end, or clients that still write would see a broken connection instead of the answer.
  stream.resume();
  if (response.headersSent) return void response.destroy();
  const body = error.toXml(stream.url?.split('?')[0] ?? '/', requestId);
  response.writeHead(error.status, {
    'content-type': 'application/xml',
    'content-length': Buffer.byteLength(body),
  });
  response.end(stream.method === 'HEAD' ? undefined : body);
};
