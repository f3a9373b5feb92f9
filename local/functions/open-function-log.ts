import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MOST_BYTES = 10 * 1024 * 1024;

/** What a function prints goes to its file until it is closed. */
export type FunctionLog = {
  readonly write: (chunk: Buffer) => void;
  /** Writes what was gathered, at once; whatever a dying thread still prints is left out, for the directory may go. */
  readonly close: () => void;
};

/**
 * Opens `<data directory>/logs/<function>.log` for what a function prints; above 10 MiB the file becomes
 * `<function>.log.1`, in place of the one before. Chunks are gathered and written once a turn of the event loop.
 */
export const openFunctionLog = (dataDirectory: string, functionName: string): FunctionLog => {
  const directory = join(dataDirectory, 'logs');
  mkdirSync(directory, { recursive: true });
  const file = join(directory, `${functionName}.log`);
  let size = existsSync(file) ? statSync(file).size : 0;
  let gathered: Buffer[] = [];
  let closed = false;

  const flush = (): void => {
    // Closed in the same turn, which has written already.
    if (gathered.length === 0) return;
    const bytes = Buffer.concat(gathered);
    gathered = [];
    if (size + bytes.length > MOST_BYTES && size > 0) {
      renameSync(file, `${file}.1`);
      size = 0;
    }
    appendFileSync(file, bytes);
    size += bytes.length;
  };
  return {
    write: (chunk) => {
      if (closed) return;
      if (gathered.length === 0) setImmediate(flush);
      gathered.push(chunk);
    },
    close: () => {
      closed = true;
      flush();
    },
  };
};
