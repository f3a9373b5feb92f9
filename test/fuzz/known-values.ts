import type { Chance } from './chance.ts';
import type { RawAnswer } from './http-exchange.ts';

const MOST = 200;

/** Values that the server gave, by the field that takes them: so that requests reach what exists. */
export type KnownValues = {
  readonly of: (field: string) => readonly string[];
  readonly learn: (path: string, answer: RawAnswer) => void;
  readonly add: (field: string, value: string) => void;
};

/** Where ids of a kind are given and taken. */
const ID_FIELDS: Record<string, readonly string[]> = {
  cases: ['case_id', 'cases/{id}'],
  imports: ['imports/{id}'],
  knowledge: ['article_id', 'knowledge/{id}'],
};

/** Values learnt from answers; of each field the last 200. */
export const knownValues = (): KnownValues => {
  const values = new Map<string, string[]>();
  const add = (field: string, value: string): void => {
    const list = values.get(field) ?? [];
    values.set(field, list);
    if (list.length >= MOST) list.shift();
    list.push(value);
  };
  const learnFrom = (fields: readonly string[], body: any): void => {
    if (typeof body?.id === 'string') for (const field of fields) add(field, body.id);
    for (const item of body?.items ?? []) if (item?.id) for (const field of fields) add(field, item.id);
    for (const name of ['search_id']) if (typeof body?.[name] === 'string') add(name, body[name]);
  };

  return {
    of: (field) => values.get(field) ?? [],
    add,
    learn: (path, { status, headers, body }) => {
      if (status >= 300 || body.length === 0 || !/json/.test(headers['content-type'] ?? '')) return;
      if (headers['etag']) add('if-match', headers['etag']);
      const subject = /(?:\/api\/v1)?\/(\w+)(?:\/\{id\})?$/.exec(path)?.[1] ?? '';
      const parsed = JSON.parse(body.toString());
      learnFrom(ID_FIELDS[subject] ?? [], parsed);
      if (typeof parsed?.next_cursor === 'string') add(cursorField(path), parsed.next_cursor);
    },
  };
};

/** The field that a list's cursors go by: no other list takes them. */
export const cursorField = (path: string): string => `cursor of ${path.replace('/api/v1', '')}`;

/** The cursor of somewhere, with something changed in it. */
export const spoilCursor = (cursor: string, chance: Chance): string =>
  chance.pick<() => string>([
    () => cursor.slice(0, chance.whole(0, cursor.length)),
    () => `${cursor}A`,
    () => Buffer.from('{"list":"cases of demo where {}","updated_at":"x","id":1}').toString('base64url'),
    () =>
      Buffer.from(Buffer.from(cursor, 'base64url').toString().replaceAll(/\d/g, '9')).toString('base64url'),
    () => Buffer.from('[]').toString('base64url'),
    () => Buffer.from('\uD800"{}', 'utf16le').toString('base64url'),
  ])();
