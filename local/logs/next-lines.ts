import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { errorCode } from '../error-code.ts';
import type { LogCheckpoint } from './log-checkpoint.ts';

/** Whole lines of a log, where the next begin, and whether there were more than one delivery holds. */
export type NextLines = {
  readonly lines: readonly string[];
  readonly next: LogCheckpoint;
  readonly more: boolean;
};

/** Most bytes at once, below the 1 MB that a delivery of CloudWatch Logs may hold. */
const MOST_BYTES = 512 * 1024;
const NEWLINE = 0x0a;

type OpenFile = { readonly descriptor: number; readonly inode: string; readonly size: number };

const open = (path: string): OpenFile | undefined => {
  try {
    const descriptor = openSync(path, 'r');
    const { ino, size } = fstatSync(descriptor, { bigint: true });
    return { descriptor, inode: String(ino), size: Number(size) };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/** A line that is longer than a delivery is left out: its bytes are passed over. */
const readLines = ({ descriptor, inode, size }: OpenFile, offset: number): NextLines => {
  const bytes = Buffer.alloc(Math.min(MOST_BYTES, Math.max(0, size - offset)));
  const read = readSync(descriptor, bytes, 0, bytes.length, offset);
  const end = bytes.subarray(0, read).lastIndexOf(NEWLINE) + 1;
  const lines = bytes.toString('utf8', 0, end).split('\n').slice(0, -1);
  const passed = end === 0 && read === MOST_BYTES ? read : end;
  return { lines, next: { inode, offset: offset + passed }, more: read === MOST_BYTES };
};

/** The file in which to go on, and where: the one of the checkpoint while it has lines, then the one after it. */
const placeToRead = (files: readonly OpenFile[], from: LogCheckpoint | undefined) => {
  const known = files.findIndex(({ inode }) => inode === from?.inode);
  const file = files[Math.max(0, known)];
  if (!file) return undefined;
  const offset = known >= 0 && from && from.offset <= file.size ? from.offset : 0;
  const following = files[Math.max(0, known) + 1];
  return offset >= file.size && following ? { file: following, offset: 0 } : { file, offset };
};

/**
 * The next whole lines after a checkpoint, from `<log>.1` on where the log was renamed in between; undefined when there
 * are none. A line without its end is left for later. Where the checkpoint's file is gone, all that is there is new.
 */
export const nextLines = (log: string, from: LogCheckpoint | undefined): NextLines | undefined => {
  const files = [open(`${log}.1`), open(log)].filter((file) => file !== undefined);
  try {
    const place = placeToRead(files, from);
    const found = place && readLines(place.file, place.offset);
    return found && (found.next.offset > (place?.offset ?? 0) ? found : undefined);
  } finally {
    for (const { descriptor } of files) closeSync(descriptor);
  }
};
