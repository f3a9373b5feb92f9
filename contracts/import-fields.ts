import * as z from 'zod';
import { caseFields } from './case.ts';
import { RejectionCode } from './import-reason.ts';
import { IsoDate } from './iso-date.ts';

/** The named fields of a record of an import, without its id; columns beside them are attributes. */
export const ImportFields = z.object({ ...caseFields, updated_at: IsoDate.optional() });
export type ImportFields = z.infer<typeof ImportFields>;

const Params = z.object({ reason: RejectionCode });

const codeOf = (issue: z.core.$ZodIssue): RejectionCode => {
  if (issue.code === 'invalid_type') return 'wrong_type';
  if (issue.code === 'too_big') return 'over_limit';
  const params = issue.code === 'custom' ? Params.safeParse(issue.params) : undefined;
  return params?.success ? params.data.reason : 'invalid_value';
};

/** The first fault of a record as a rejection: its code and a sentence that begins with the field. */
export const fieldFault = (
  error: z.ZodError,
  field?: string,
): { readonly code: RejectionCode; readonly reason: string } => {
  const [issue] = error.issues;
  if (!issue) throw new Error('a schema refused a value without an issue');
  const path = [...(field === undefined ? [] : [field]), ...issue.path].join('.');
  return { code: codeOf(issue), reason: `${path}: ${issue.message}`.slice(0, 500) };
};
