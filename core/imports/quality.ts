import type { RejectionCode, WarningCode } from '#contracts/import-reason.ts';
import type { Quality, QualityFinding } from '#contracts/import.ts';
import type { Proposal } from './proposals.ts';

const MOST_SAMPLES = 5;
const MOST_COLUMNS = 20;

/** Proposals of an import; a source with more columns than this gets no more of them. */
const MOST_PROPOSALS = 50;

/** What was found so far, by code; plain JSON, so that a checkpoint can carry it. */
export type Findings = Record<string, QualityFinding>;

const count = (finding: QualityFinding, line: number): void => {
  finding.count += 1;
  if (finding.sample_lines.length < MOST_SAMPLES) finding.sample_lines.push(line);
};

/** Notes that a line shows this. */
export const noteFinding = (
  findings: Findings,
  severity: QualityFinding['severity'],
  code: RejectionCode | WarningCode,
  line: number,
): void => {
  const finding = (findings[code] ??= { code, severity, count: 0, sample_lines: [] });
  count(finding, line);
};

/** Notes that these columns of a line hold no field, beside the warning itself. */
export const noteColumns = (findings: Findings, columns: readonly string[]): void => {
  const finding = findings['unknown_columns'];
  if (!finding) return;
  const noted = (finding.columns ??= []);
  for (const column of columns) {
    if (noted.length === MOST_COLUMNS) return;
    if (!noted.includes(column)) noted.push(column.slice(0, 200));
  }
};

/** Notes that a column of a line seems to hold a field; each column has a finding of its own. */
export const noteProposal = (findings: Findings, { code, column, field }: Proposal, line: number): void => {
  const name = `${code}:${column}`;
  if (!findings[name]) {
    if (Object.keys(findings).filter((key) => key.includes(':')).length === MOST_PROPOSALS) return;
    findings[name] = {
      code,
      severity: 'warning',
      count: 0,
      sample_lines: [],
      columns: [column.slice(0, 200)],
    };
    if (code === 'possible_rename') findings[name].proposed_field = field;
  }
  count(findings[name], line);
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
