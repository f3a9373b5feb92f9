import { describe, expect, it } from 'vitest';
import { aSegmentLine } from '#test/support/a-segment-line.ts';
import type { ImportFiles } from '#test/support/memory-import-files.ts';

const KEY = { tenant: 'demo', id: 'i-1' };
const decoder = new TextDecoder();

/** What every implementation of the files of imports must do. */
export const importFilesContract = (name: string, create: () => Promise<ImportFiles>) =>
  describe(`files of imports: ${name}`, () => {
    it('finds an upload once it is there', async () => {
      const { uploads } = await create();
      expect(await uploads.find(KEY)).toBeUndefined();
      await uploads.write(KEY, 'hello');

      expect(await uploads.find(KEY)).toMatchObject({ bytes: 5 });
    });

    it('leaves an upload as it is', async () => {
      const { uploads } = await create();

      expect(await uploads.write(KEY, 'hello')).toBe(true);
      expect(await uploads.write(KEY, 'good-bye')).toBe(false);
      expect(await uploads.find(KEY)).toMatchObject({ bytes: 5 });
    });

    it('reads exactly the upload that was found, by ranges', async () => {
      const { uploads } = await create();
      await uploads.write(KEY, 'hello world');
      const upload = (await uploads.find(KEY))!;

      expect(decoder.decode(await uploads.read(KEY, upload, 0, 5))).toBe('hello');
      expect(decoder.decode(await uploads.read(KEY, upload, 6, 100))).toBe('world');
      expect(await uploads.read(KEY, upload, 11, 5)).toHaveLength(0);
      await expect(uploads.read(KEY, { ...upload, etag: 'another' }, 0, 5)).rejects.toBeInstanceOf(Error);
    });

    it('keeps segments', async () => {
      const { segments } = await create();
      const lines = [
        aSegmentLine({ line: 1 }),
        aSegmentLine({ line: 3, source_updated_at: '2026-01-02T00:00:00.000Z' }),
      ];
      await segments.write(KEY, 1, lines);
      await segments.write(KEY, 1, lines);

      expect(await segments.read(KEY, 1)).toEqual(lines);
      await expect(segments.read(KEY, 2)).rejects.toBeInstanceOf(Error);
    });

    it('keeps checkpoints', async () => {
      const { checkpoints } = await create();
      const checkpoint = {
        offset: 100,
        line: 7,
        received: 6,
        rejected: 1,
        segments: 2,
        open: [aSegmentLine()],
        rejection_rows: 0,
        open_rejections: [{ line: 2, code: 'broken_line' as const, reason: 'broken' }],
        findings: {
          broken_line: {
            code: 'broken_line' as const,
            severity: 'error' as const,
            count: 1,
            sample_lines: [2],
          },
        },
        skipped: { '1': [4] },
      };
      await checkpoints.write(KEY, checkpoint);

      expect(await checkpoints.read(KEY, 100)).toEqual(checkpoint);
    });
  });
