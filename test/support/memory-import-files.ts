import type { ScanCheckpoint } from '#contracts/scan-checkpoint.ts';
import type { SegmentLine } from '#contracts/segment.ts';
import type { ImportKey } from '#core/imports/import-row.ts';
import type { ScanCheckpoints } from '#core/ports/scan-checkpoints.ts';
import type { SegmentFiles } from '#core/ports/segment-files.ts';
import type { UploadFiles } from '#core/ports/upload-files.ts';

const encoder = new TextEncoder();
const nameOf = ({ tenant, id }: ImportKey): string => `${tenant}/${id}`;
const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

/** Everything that keeps the files of imports. */
export type ImportFiles = {
  readonly uploads: UploadFiles;
  readonly segments: SegmentFiles;
  readonly checkpoints: ScanCheckpoints;
};

const found = <Value>(files: ReadonlyMap<string, Value>, name: string): Value => {
  const file = files.get(name);
  if (file === undefined) throw new Error(`no file ${name}`);
  return file;
};

/** The files of imports in memory, a twin of the bucket for unit tests. */
export const memoryImportFiles = (): ImportFiles => {
  const uploaded = new Map<string, Uint8Array>();
  const segments = new Map<string, readonly SegmentLine[]>();
  const checkpoints = new Map<string, ScanCheckpoint>();
  return {
    uploads: {
      async find(key) {
        const bytes = uploaded.get(nameOf(key));
        return bytes && { etag: `etag-${bytes.length}`, bytes: bytes.length };
      },
      async read(key, upload, offset, length) {
        const bytes = found(uploaded, nameOf(key));
        if (upload.etag !== `etag-${bytes.length}`) throw new Error('another upload');
        return bytes.subarray(offset, offset + length);
      },
      async write(key, content) {
        if (uploaded.has(nameOf(key))) return false;
        uploaded.set(nameOf(key), typeof content === 'string' ? encoder.encode(content) : content);
        return true;
      },
    },
    segments: {
      async write(key, segment, lines) {
        segments.set(`${nameOf(key)}/${segment}`, copy(lines));
      },
      read: async (key, segment) => copy(found(segments, `${nameOf(key)}/${segment}`)),
    },
    checkpoints: {
      async write(key, checkpoint) {
        checkpoints.set(`${nameOf(key)}/${checkpoint.offset}`, copy(checkpoint));
      },
      read: async (key, offset) => copy(found(checkpoints, `${nameOf(key)}/${offset}`)),
    },
  };
};
