import { createReadStream } from 'node:fs';
import {
  type ClientRequest,
  request as requestHttp,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as requestHttps } from 'node:https';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import type { UploadLink } from '#client/operations.ts';
import { CliError } from './cli-error.ts';
import { EXIT } from './exit-code.ts';

type Upload = {
  readonly path: string;
  readonly bytes: number;
  readonly link: UploadLink;
  readonly signal: AbortSignal;
  readonly onProgress: (sent: number) => void;
};

const counted = (onProgress: (sent: number) => void): Transform => {
  let sent = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sent += chunk.length;
      onProgress(sent);
      done(null, chunk);
    },
  });
};

const answerOf = (outgoing: ClientRequest): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    outgoing.once('response', resolve).once('error', reject);
  });

/**
 * Sends a file to where an import awaits it, streamed: memory stays bounded whatever its size. Not by fetch, which
 * cannot state the length of a stream, and a presigned upload takes no other.
 */
export const uploadFile = async ({ path, bytes, link, signal, onProgress }: Upload): Promise<void> => {
  const options: RequestOptions = {
    method: link.method,
    headers: { ...link.headers, 'content-length': bytes },
    signal,
  };
  const send = link.url.startsWith('https:') ? requestHttps : requestHttp;
  const outgoing = send(link.url, options);
  const answered = answerOf(outgoing);
  // `end`: a file that grows while it is read is sent as long as it was when it was asked.
  const file = createReadStream(path, bytes === 0 ? {} : { end: bytes - 1 });
  const sending = pipeline(file, counted(onProgress), outgoing);
  // A refusal may come before the file is sent, and ends the sending.
  sending.catch(() => undefined);
  const response = await answered;
  const body = await text(response);
  if (response.statusCode === undefined || response.statusCode >= 300) {
    outgoing.destroy();
    const exitCode = (response.statusCode ?? 500) >= 500 ? EXIT.unavailable : EXIT.refused;
    const code = /<Code>(\w+)<\/Code>/.exec(body)?.[1] ?? 'no reason given';
    throw new CliError(
      exitCode,
      'upload_refused',
      `the upload was refused (${response.statusCode}): ${code}`,
    );
  }
  await sending;
};
