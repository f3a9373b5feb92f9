import { proposeField } from './propose-field.ts';
import type { UnreadRecord } from './upload-record.ts';

/** A column that seems to hold a field under another name, or a field whose values have another type than it takes. */
export type Proposal = {
  readonly code: 'possible_rename' | 'possible_retype';
  readonly column: string;
  readonly field: string;
};

/** Names remembered, so that a million records with the same columns are looked at once. */
const MOST_REMEMBERED = 1_000;

/** Makes proposals about the columns of records: only for fields that a record has not under their own name. */
export const proposalsFor = () => {
  const remembered = new Map<string, string | undefined>();
  const fieldFor = (column: string): string | undefined => {
    if (remembered.has(column)) return remembered.get(column);
    const field = proposeField(column);
    if (remembered.size < MOST_REMEMBERED) remembered.set(column, field);
    return field;
  };

  return (
    fields: Readonly<Record<string, unknown>>,
    unknown: readonly string[],
    fault?: UnreadRecord,
  ): readonly Proposal[] => {
    const proposals: Proposal[] = [];
    for (const column of unknown) {
      const field = fieldFor(column);
      if (field !== undefined && !Object.hasOwn(fields, field))
        proposals.push({ code: 'possible_rename', column, field });
    }
    const retyped = fault?.code === 'wrong_type' ? /^[a-z_]+/.exec(fault.reason)?.[0] : undefined;
    if (retyped !== undefined) proposals.push({ code: 'possible_retype', column: retyped, field: retyped });
    return proposals;
  };
};
