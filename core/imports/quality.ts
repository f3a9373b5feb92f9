import type { RejectionCode, WarningCode } from '#contracts/import-reason.ts';
import type { Quality, QualityFinding } from '#contracts/import.ts';

const MOST_SAMPLES = 5;

/** What was found so far, by code; plain JSON, so that a checkpoint can carry it. */
export type Findings = Record<string, QualityFinding>;

/** Notes that a line shows this. */
export const noteFinding = (
  findings: Findings,
  severity: QualityFinding['severity'],
  code: RejectionCode | WarningCode,
  line: number,
): void => {
  const finding = (findings[code] ??= { code, severity, count: 0, sample_lines: [] });
  finding.count += 1;
  if (finding.sample_lines.length < MOST_SAMPLES) finding.sample_lines.push(line);
};

/** The report on an upload that was read to its end. */
export const qualityOf = (
  findings: Findings,
  counts: { readonly received: number; readonly rejected: number },
  threshold: number,
): Quality => ({
  error_rate: counts.received === 0 ? 0 : counts.rejected / counts.received,
  threshold,
  findings: Object.values(findings),
});

/** Whether a person must look at it before anything is written. */
export const needsReview = ({ error_rate, threshold }: Quality): boolean => error_rate > threshold;
