import type { S3Request } from './s3-request.ts';

/** Asks the emulator for an object's headers; undefined when there is no such object. */
export const headObject = async (
  emulatorEndpoint: string,
  { bucket, key }: Pick<S3Request, 'bucket' | 'key'>,
): Promise<Headers | undefined> => {
  const path = [bucket, ...key.split('/')].map((segment) => encodeURIComponent(segment)).join('/');
  const { status, headers } = await fetch(`${emulatorEndpoint}/${path}`, { method: 'HEAD' });
  if (status === 200) return headers;
  if (status === 404) return undefined;
  throw new Error(`The S3 emulator answered ${status} to HEAD ${path}`);
};
