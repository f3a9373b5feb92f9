import { DomainError } from '#core/domain-error.ts';
import type { RecordReader, RecordStore } from '#core/ports/record-store.ts';
import type { LivingRow } from './stored-row.ts';

/** What refusals call the records of a store, and the store itself. */
export type NamedStore<Row extends LivingRow> = {
  readonly noun: string;
  readonly store: RecordStore<Row>;
};

/** A NamedStore of which nothing but reading is asked. */
type NamedReader<Row extends LivingRow> = {
  readonly noun: string;
  readonly store: Pick<RecordReader<Row>, 'find'>;
};

/** The refusal of an id that nobody has, deleted ones and those of other tenants alike. */
export const notThere = (noun: string): DomainError =>
  new DomainError('not_found', `there is no such ${noun}`);

/** The record of an id, or `not_found`. */
export const livingRecord = async <Row extends LivingRow>(
  { noun, store }: NamedReader<Row>,
  tenant: string,
  id: string,
): Promise<Row> => {
  const row = await store.find(tenant, id);
  if (!row || row.deleted) throw notThere(noun);
  return row;
};
