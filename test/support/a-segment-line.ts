import type { SegmentLine } from '#contracts/segment.ts';

/** A line of a segment; a test names only the fields it is about. */
export const aSegmentLine = (overrides: Partial<SegmentLine> = {}): SegmentLine => ({
  line: 1,
  id: 'c-1',
  content: { title: 'Printer prints blank pages', status: 'open' },
  content_hash: 'a'.repeat(64),
  source_hash: 'b'.repeat(64),
  ...overrides,
});
