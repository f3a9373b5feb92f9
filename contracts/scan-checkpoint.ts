import * as z from 'zod';
import { QualityFinding } from './import.ts';
import { Rejection } from './import-outcome.ts';
import { StoredSegmentLine } from './segment.ts';

/** Where the reading of an upload stands, at the border of a line; what is in written segments is not in it. */
export const ScanCheckpoint = z.object({
  /** The header of a CSV, once it was read. */
  header: z.object({ delimiter: z.string(), columns: z.array(z.string()) }).optional(),
  offset: z.int(),
  line: z.int(),
  received: z.int(),
  rejected: z.int(),
  /** Segments written so far. */
  segments: z.int(),
  open: z.array(StoredSegmentLine),
  rejection_rows: z.int(),
  open_rejections: z.array(Rejection),
  findings: z.record(z.string(), QualityFinding),
  /** Lines that a later version of the same id replaced, by the segment that holds them. */
  skipped: z.record(z.string(), z.array(z.int())),
});
export type ScanCheckpoint = z.infer<typeof ScanCheckpoint>;
