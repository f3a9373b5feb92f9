import { buildApp } from 'fauxqs';
import { z } from 'zod';
// Deep, because the package exports only `startFauxqs`, which listens on every interface of the machine.
import { S3Error } from '../../node_modules/fauxqs/dist/common/errors.js';
import { S3Store } from '../../node_modules/fauxqs/dist/s3/s3Store.js';
import { SnsStore } from '../../node_modules/fauxqs/dist/sns/snsStore.js';
import { SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js';
import { Adoption, ADOPTION_PATH } from './adoption.ts';
import { DurableS3Files } from './durable-s3-files.ts';
import { serveEmulator } from './emulator-process.ts';
import { repairS3Files } from './repair-s3-files.ts';

const Settings = z.object({ directory: z.string(), port: z.number(), region: z.string() });

const settings = Settings.parse(JSON.parse(process.argv[2] ?? '{}'));
repairS3Files(settings.directory);
const files = new DurableS3Files(settings.directory);
const s3Store = new S3Store();
files.loadS3(s3Store);
s3Store.persistence = files;

const currentEtag = (bucket: string, key: string): string | undefined => {
  try {
    return s3Store.headObject(bucket, key).etag;
  } catch (error) {
    if (error instanceof S3Error && error.code === 'NoSuchKey') return undefined;
    throw error;
  }
};

// Checked and done without a pause in between, so conditional writes of one key exclude each other.
const adopt = ({ bucket, object, file, ifNoneMatch, ifMatch }: Adoption): number => {
  if (!s3Store.hasBucket(bucket)) return 404;
  const etag = currentEtag(bucket, object.key);
  if (ifNoneMatch === '*' && etag !== undefined) return 412;
  if (ifMatch !== undefined && etag !== ifMatch) return 412;
  const adopted = { ...object, lastModified: new Date(), body: Buffer.alloc(0) };
  files.place(bucket, adopted, file);
  s3Store.restoreObject(bucket, adopted);
  return 200;
};

const stores = { sqsStore: new SqsStore(), snsStore: new SnsStore(), s3Store };
const app = buildApp({ logger: false, defaultRegion: settings.region, stores });
app.post(ADOPTION_PATH, async ({ body }, reply) => {
  const adoption = Adoption.parse(JSON.parse(z.instanceof(Buffer).parse(body).toString('utf8')));
  return reply.status(adopt(adoption)).send();
});
await serveEmulator(app, settings.port);
