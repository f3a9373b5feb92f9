import { apiClient, type ApiClient } from '#test/support/api-client.ts';
import type { ApiDescription, ListedOperation } from '#lib/openapi/api-description.ts';
import { listOperations } from '#lib/openapi/api-description.ts';
import type { JsonSchema } from '#lib/openapi/json-schema.ts';

/** Words that a stranger may guess and ask for. */
export const GUESSED = 'vorpal gyring manxome';
/** Words that no request of a stranger says: in an answer to one they are a leak. */
export const SECRET = 'jubjubsecret';

const RECORDS = 4;

/** What one tenant keeps: the values that another may try, by the field that takes them, and how to see that all is as it was. */
export type Secrets = {
  readonly known: Readonly<Record<string, readonly string[]>>;
  /** Ids of records and imports. */
  readonly ids: ReadonlySet<string>;
  /** All of it as it stands now. */
  readonly snapshot: () => Promise<string>;
  /** The presigned upload of an import that waits. */
  readonly uploadUrl: string;
};

/** Fills a tenant with records of every kind that the API lets create, an import that ran and one that waits. */
export const plantSecrets = async (
  url: string,
  token: string,
  description: ApiDescription,
): Promise<Secrets> => {
  const client = apiClient(url, token);
  const collections = listOperations(description).filter((operation) => creates(operation, description));
  const known: Record<string, string[]> = {
    query: [GUESSED, `${GUESSED} 1`],
    'if-match': ['"1"'],
    cursor: [],
    search_id: [],
  };
  const learn = (field: string, value: unknown) => {
    if (typeof value === 'string') (known[field] ??= []).push(value);
  };

  const kept: string[] = [];
  for (const operation of collections) {
    const subject = operation.path.split('/').at(-1)!;
    for (let n = 0; n < RECORDS; n += 1) {
      // Half of them by ids that a stranger could not have heard of.
      const isKnown = n % 2 === 0;
      const id = `${subject}-${isKnown ? 'kept' : SECRET}-${n}`;
      const body = secretRecord(bodyOf(operation, description), id);
      const made = await client.post(operation.path, body);
      if (made.status !== 201)
        throw new Error(`${operation.path}: ${made.status} ${JSON.stringify(made.body)}`);
      kept.push(`${operation.path}/${id}`);
      if (!isKnown) continue;
      for (const field of [`${subject}/{id}`, 'id', subject === 'cases' ? 'case_id' : 'article_id'])
        learn(field, body['id']);
      for (const field of ['category', 'product', 'customer', 'tags']) learn(field, body[field]);
    }
  }

  const lines = [...Array(5).keys()].map((n) => ({
    id: `imported-kept-${n}`,
    title: `${GUESSED} ${n}`,
    description: SECRET,
  }));
  const ran = await client.upload(
    [...lines, { id: `bad-kept-${SECRET}` }].map((line) => JSON.stringify(line)).join('\n'),
    { name: SECRET, error_threshold: 1 },
  );
  await client.untilImport(ran, ['completed']);
  const waiting = await client.post('/api/v1/imports', { format: 'jsonl', name: `${SECRET} waits` });
  for (const id of [ran, waiting.body.id]) {
    learn('imports/{id}', id);
    kept.push(`/api/v1/imports/${id}`);
  }
  for (const { id } of lines) kept.push(`/api/v1/cases/${id}`);
  for (const { id } of lines) for (const field of ['cases/{id}', 'case_id', 'id']) learn(field, id);
  await learnCursors(client, description, learn);

  return {
    known,
    ids: new Set(['cases/{id}', 'imports/{id}', 'knowledge/{id}'].flatMap((field) => known[field] ?? [])),
    snapshot: () => snapshot(client, kept),
    uploadUrl: waiting.body.upload.url,
  };
};

const bodyOf = (operation: ListedOperation, { components }: ApiDescription): JsonSchema => {
  const schema = operation.requestBody?.content['application/json']?.schema ?? {};
  return schema.$ref === undefined
    ? schema
    : (components.schemas[schema.$ref.replace('#/components/schemas/', '')] ?? {});
};

const creates = (operation: ListedOperation, description: ApiDescription): boolean => {
  const { properties = {} } = bodyOf(operation, description);
  return (
    operation.method === 'POST' &&
    !operation.path.includes('{') &&
    'id' in properties &&
    'title' in properties
  );
};

const OPEN_TO_GUESS = new Set(['title', 'category', 'product', 'customer']);

const secretRecord = ({ properties = {} }: JsonSchema, id: string): Record<string, unknown> => {
  const texts = Object.entries(properties).filter(
    ([name, schema]) =>
      schema.type === 'string' && !schema.enum && name !== 'id' && !/_at$|^status$|^language$/.test(name),
  );
  const drawn = texts.map(([name]) => [name, OPEN_TO_GUESS.has(name) ? GUESSED : `${SECRET} ${name}`]);
  return {
    ...Object.fromEntries(drawn),
    id,
    tags: [GUESSED],
    ...('attributes' in properties && { attributes: { [`${SECRET} key`]: SECRET } }),
  };
};

const lists = (description: ApiDescription): readonly ListedOperation[] =>
  listOperations(description).filter(
    ({ method, path, parameters }) =>
      method === 'GET' && !path.includes('{') && parameters.some(({ name }) => name === 'cursor'),
  );

const learnCursors = async (
  client: ApiClient,
  description: ApiDescription,
  learn: (field: string, value: unknown) => void,
): Promise<void> => {
  for (const { path } of lists(description)) {
    const page = await client.get(`${path}?limit=1`);
    learn(`cursor of ${path.replace('/api/v1', '')}`, page.body.next_cursor);
  }
  for (let n = 0; n < 5; n += 1) {
    const found = await client.post('/api/v1/search/hybrid', { query: GUESSED, limit: n + 1 });
    learn('cursor', found.body.next_cursor);
    learn('search_id', found.body.search_id);
  }
};

/** What stands at some addresses; what others do to the tenant meanwhile is not in it. */
const snapshot = async (client: ApiClient, paths: readonly string[]): Promise<string> => {
  const all = [];
  for (const path of paths) all.push((await client.get(path)).body);
  return JSON.stringify(all);
};
