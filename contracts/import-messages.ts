import * as z from 'zod';
import { TenantId } from './principal.ts';

const importKey = { tenant: TenantId, import_id: z.string().min(1) } as const;
const segmentKey = { ...importKey, segment: z.int().min(1) } as const;

/** Where uploads live in the imports bucket: `uploads/<tenant>/<import id>`. */
const UPLOAD_KEY = /^uploads\/(?<tenant>[^/]+)\/(?<importId>[^/]+)$/;

/** Begin to read an upload. */
const Start = z.object({
  kind: z.literal('start'),
  ...importKey,
  etag: z.string().min(1),
  bytes: z.int().min(0),
});

/** Go on reading an upload from a checkpoint, named by its offset in bytes. */
const Continue = z.object({ kind: z.literal('continue'), ...importKey, checkpoint: z.int().min(0) });

/** Take up the failed records of an import again. */
const Retry = z.object({ kind: z.literal('retry'), ...importKey });

/** Amazon S3's event of a new object, as EventBridge delivers it. */
const ObjectCreated = z
  .object({
    source: z.literal('aws.s3'),
    'detail-type': z.literal('Object Created'),
    detail: z.object({
      object: z.object({ key: z.string().regex(UPLOAD_KEY), size: z.int(), etag: z.string() }),
    }),
  })
  .transform(({ detail: { object } }) => {
    const { tenant = '', importId = '' } = UPLOAD_KEY.exec(object.key)?.groups ?? {};
    return {
      kind: 'start' as const,
      tenant,
      import_id: importId,
      etag: object.etag.replaceAll('"', ''),
      bytes: object.size,
    };
  })
  .pipe(Start);

/** A message of the queue `uploads`: the bucket's event, the same told by the tender, a splitter's word to itself, or a retry. */
export const SplitMessage = z.union([Start, Continue, Retry, ObjectCreated]);
export type SplitMessage = z.infer<typeof SplitMessage>;

/** A message of the queue `dispatch`: look whether this import can be moved on. */
export const DispatchMessage = z.object(importKey);
export type DispatchMessage = z.infer<typeof DispatchMessage>;

/** A message of the queue `segments`: write one segment; with `give_up` its open records become `failed`. */
export const SegmentMessage = z.object({ ...segmentKey, give_up: z.boolean().optional() });
export type SegmentMessage = z.infer<typeof SegmentMessage>;

/** A message of the queue `verification`: read one segment back; with `give_up` what is missing becomes `failed`. */
export const VerifyMessage = z.object({
  ...segmentKey,
  attempt: z.int().min(0),
  /** Whether repair of what is missing was asked for. */
  repaired: z.boolean().optional(),
  give_up: z.boolean().optional(),
});
export type VerifyMessage = z.infer<typeof VerifyMessage>;
