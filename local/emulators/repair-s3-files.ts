import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { incomingDirectory } from './object-path.ts';

const Description = z.looseObject({ contentLength: z.number(), etag: z.string() });
const Described = z.record(z.string(), z.unknown());

/**
 * Makes the files of a killed S3 emulator loadable before it starts: what was being received goes, an object whose
 * body was replaced but not yet its description gets the description of its body, and broken parts of multipart
 * uploads go. None of these had been acknowledged.
 */
export const repairS3Files = (directory: string): void => {
  rmSync(incomingDirectory(directory), { recursive: true, force: true });
  for (const file of filesBelow(join(directory, 'buckets'), '.meta.json')) repairObject(file);
  for (const file of filesBelow(join(directory, '_multipart'), '.json')) {
    if (readDescription(file) === undefined) rmSync(file);
  }
};

const repairObject = (file: string): void => {
  const body = file.replace(/\.meta\.json$/, '.data');
  const description = Description.safeParse(readDescription(file));
  if (!description.success || !existsSync(body)) return rmSync(file);
  const size = statSync(body).size;
  if (size === description.data.contentLength) return;
  const etag = `"${createHash('md5').update(readFileSync(body)).digest('hex')}"`;
  writeFileSync(file, JSON.stringify({ ...description.data, parts: undefined, contentLength: size, etag }));
};

const filesBelow = (directory: string, ending: string): readonly string[] =>
  existsSync(directory)
    ? readdirSync(directory, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith(ending))
        .map((name) => join(directory, name))
    : [];

const readDescription = (file: string): unknown => {
  try {
    return Described.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
};
