import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FileS3Persistence } from '../../node_modules/fauxqs/dist/s3/fileS3Persistence.js';
import type { S3Object } from '../../node_modules/fauxqs/dist/s3/s3Types.js';
import { incomingDirectory, objectPath } from './object-path.ts';

/** fauxqs's objects in files, each put in place by renames: a kill never leaves half an object. */
export class DurableS3Files extends FileS3Persistence {
  readonly #directory: string;

  constructor(directory: string) {
    super(directory);
    this.#directory = directory;
    mkdirSync(incomingDirectory(directory), { recursive: true });
  }

  override upsertObject(bucket: string, object: S3Object): void {
    this.place(bucket, object, this.#incoming(object.body));
  }

  /** Makes a received file the body of an object; whatever stood there before is whole until it is replaced. */
  place(bucket: string, object: S3Object, receivedFile: string): void {
    const path = objectPath(this.#directory, bucket, object.key);
    const { body: _, ...described } = object;
    const description = this.#incoming(JSON.stringify(described));
    mkdirSync(dirname(path), { recursive: true });
    renameSync(receivedFile, `${path}.data`);
    renameSync(description, `${path}.meta.json`);
  }

  #incoming(content: string | Uint8Array): string {
    const file = join(incomingDirectory(this.#directory), randomUUID());
    writeFileSync(file, content);
    return file;
  }
}
