import { z } from 'zod';

/** Where the S3 front asks the S3 emulator to make a received file an object. */
export const ADOPTION_PATH = '/_caselore/adopt';

/** A received file and the object that it shall become; `ifNoneMatch: '*'` and `ifMatch` as in S3's PutObject. */
export const Adoption = z.object({
  file: z.string(),
  ifNoneMatch: z.literal('*').optional(),
  ifMatch: z.string().optional(),
  bucket: z.string(),
  object: z.object({
    key: z.string(),
    contentType: z.string(),
    contentLength: z.number().int().nonnegative(),
    etag: z.string(),
    metadata: z.record(z.string(), z.string()),
    contentLanguage: z.string().optional(),
    contentDisposition: z.string().optional(),
    cacheControl: z.string().optional(),
    contentEncoding: z.string().optional(),
  }),
});

/** See the schema of the same name. */
export type Adoption = z.infer<typeof Adoption>;
