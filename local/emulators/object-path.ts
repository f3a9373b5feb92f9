import { join } from 'node:path';

// Characters that fauxqs 2.4.1 encodes in file names (its `encodeKeyToPath`); the files must carry the same names.
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const UNSAFE = /[<>:"|?*\\%\u0000-\u001f]/g;

const encode = (key: string): string =>
  key.replace(UNSAFE, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);

/** Path of an object's files without `.data` and `.meta.json`, as fauxqs lays them out below its storage directory. */
export const objectPath = (storageDirectory: string, bucket: string, key: string): string =>
  join(storageDirectory, 'buckets', bucket, 'objects', encode(key));

/** Directory where bodies are received before they become objects: the same file system, so that a rename suffices. */
export const incomingDirectory = (storageDirectory: string): string => join(storageDirectory, '_incoming');
