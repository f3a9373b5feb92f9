import { apiClient } from '#test/support/api-client.ts';
import { chanceOf } from './chance.ts';
import { drawRequest } from './draw-request.ts';
import { fetchDescription, fuzzedOperations, type FuzzedOperation } from './fuzzed-operations.ts';
import { httpExchange, type RawAnswer, type RawRequest } from './http-exchange.ts';
import { plantSecrets, SECRET, type Secrets } from './plant-secrets.ts';

/** Something of one tenant that another could see, tell or change. */
export type Leak = { readonly request: string; readonly why: string; readonly answer: string };

/** What a run tried; `reached` counts tries that the API answered with a success. */
export type TenantReport = {
  readonly tries: number;
  readonly reached: number;
  readonly operations: number;
  readonly leaks: readonly Leak[];
};

type Settings = {
  readonly url: string;
  /** The tenant that keeps something, and the one that tries. */
  readonly tokens: { readonly owner: string; readonly stranger: string };
  readonly seed: number;
  readonly tries: number;
};

const AT_ONCE = 12;
const SHARES = [0, 0, 0.1, 0.3];

/** Tries to get at one tenant's records, imports, cursors, searches and uploads with the token of another. */
export const fuzzTenants = async ({ url, tokens, seed, tries }: Settings): Promise<TenantReport> => {
  const description = await fetchDescription(url);
  const operations = fuzzedOperations(description);
  const secrets = await plantSecrets(url, tokens.owner, description);
  const before = await secrets.snapshot();
  const { send, close } = httpExchange(url);
  const leaks: Leak[] = [];
  const [own, said] = [new Set<string>(), new Set<string>()];
  let [tried, reached] = [0, 0];

  const attempt = async (request: RawRequest, path: string): Promise<RawAnswer> => {
    for (const id of secrets.ids) if (request.body?.includes(id)) said.add(id);
    const answer = await send(request);
    tried += 1;
    if (answer.status < 300) reached += 1;
    const why = leakOf({ request, answer, path, secrets, own, said });
    if (why !== undefined) leaks.push(describe(request, answer, why));
    return answer;
  };

  for (const [request, path, compare] of sameAnswerTries(operations, secrets, tokens.stranger)) {
    const [theirs, nobodys] = [await attempt(request, path), await attempt(compare, path)];
    if (shape(theirs) !== shape(nobodys))
      leaks.push(describe(request, theirs, `an id that nobody has is answered otherwise: ${shape(nobodys)}`));
  }
  for (const request of await uploadTries(url, tokens.stranger, secrets)) await attempt(request, 'upload');

  const drawn = (number: number) => {
    const chance = chanceOf(seed * 1_000_003 + number);
    const operation = operations[number % operations.length]!;
    const drawing = {
      chance,
      schemas: description.components.schemas,
      known: (field: string) => secrets.known[field] ?? [],
    };
    const admin = tokens.stranger;
    const { request } = drawRequest(operation, {
      drawing,
      tokens: { admin, others: [admin] },
      share: chance.pick(SHARES),
    });
    return { operation, request };
  };
  const left = tries - tried;
  for (let number = 0; number < left; number += AT_ONCE) {
    const round = Array.from({ length: AT_ONCE }, (_, n) => drawn(number + n));
    await Promise.all(round.map(({ operation, request }) => attempt(request, operation.path)));
  }

  close();
  const after = await secrets.snapshot();
  if (after !== before)
    leaks.push({
      request: 'all of them',
      why: 'what the owner keeps is not as it was',
      answer: after.slice(0, 500),
    });
  return { tries: tried, reached, operations: operations.length, leaks };
};

type Seen = {
  readonly request: RawRequest;
  readonly answer: RawAnswer;
  readonly path: string;
  readonly secrets: Secrets;
  /** Ids that the stranger has given to records of its own. */
  readonly own: Set<string>;
  /** Ids that it has sent in any body: as part of its own records they may come back. */
  readonly said: ReadonlySet<string>;
};

/** Why an answer is a leak, if it is one. What the stranger said itself may come back. */
const leakOf = ({ request, answer, path, secrets, own, said }: Seen): string | undefined => {
  const heard = `${JSON.stringify(answer.headers)} ${answer.body.toString()}`;
  if (heard.includes(SECRET)) return 'it holds a secret';
  const id = [...secrets.ids].find(
    (one) => heard.includes(one) && !said.has(one) && !decoded(request.target).includes(one),
  );
  if (id !== undefined) return `it holds the id ${id}`;
  const asked = [...secrets.ids].find((one) => decoded(request.target).includes(`/${one}`));
  if (asked !== undefined && !own.has(asked) && answer.status < 300) return `it was answered for ${asked}`;
  if (request.method !== 'POST' || path.includes('{')) return undefined;
  for (const given of bodyIds(request)) {
    if (answer.status === 409 && !own.has(given)) return `it tells that ${given} exists`;
    if (answer.status < 300) own.add(given);
  }
  return undefined;
};

/** Ids of the records that a body makes: its own, or those of its events. */
const bodyIds = ({ body }: RawRequest): readonly string[] => {
  try {
    const { id, events = [] } = JSON.parse(body?.toString() ?? '');
    const ofEvents = [events].flat().map((event) => event?.case?.id ?? event?.article?.id);
    return [id, ...ofEvents].filter((one) => typeof one === 'string');
  } catch {
    return [];
  }
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The answer but for what every answer has of its own. */
const shape = ({ status, body }: RawAnswer): string =>
  `${status} ${body.toString().replace(/"instance":"[^"]*"/, '')}`;

type Pair = readonly [RawRequest, string, RawRequest];

/** For every operation on one thing: the owner's id, and one that nobody has. */
const sameAnswerTries = (
  operations: readonly FuzzedOperation[],
  { known }: Secrets,
  token: string,
): readonly Pair[] =>
  operations
    .filter(({ path }) => path.includes('{id}'))
    .flatMap(({ method, path }) => {
      const subject = `${path.replace('/api/v1', '').split('/')[1]}/{id}`;
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const to = (id: string) => ({
        method,
        target: path.replace('{id}', encodeURIComponent(id)),
        headers,
        ...(method === 'PUT' && { body: Buffer.from('{"title":"mine now"}') }),
      });
      return (known[subject] ?? []).map((id): Pair => [to(id), path, to('nobody-has-this')]);
    });

/** The owner's upload read by its address, and the stranger's own upload bent towards it. */
const uploadTries = async (
  url: string,
  token: string,
  { uploadUrl }: Secrets,
): Promise<readonly RawRequest[]> => {
  const mine = await apiClient(url, token).post('/api/v1/imports', { format: 'jsonl' });
  const [theirs, own] = [new URL(uploadUrl), new URL(mine.body.upload.url)];
  const bent = `${theirs.pathname}${own.search}`;
  const body = Buffer.from('{"id":"x","title":"x"}');
  return [
    { method: 'GET', target: `${theirs.pathname}${theirs.search}`, headers: {} },
    { method: 'GET', target: theirs.pathname, headers: {} },
    { method: 'GET', target: bent, headers: {} },
    { method: 'PUT', target: bent, headers: mine.body.upload.headers, body },
    { method: 'PUT', target: theirs.pathname, headers: {}, body },
    { method: 'GET', target: theirs.pathname.split('/').slice(0, -1).join('/'), headers: {} },
    {
      method: 'GET',
      target: `${theirs.pathname.split('/').slice(0, 2).join('/')}?list-type=2${own.search.replace('?', '&')}`,
      headers: {},
    },
    { method: 'DELETE', target: bent, headers: {} },
  ];
};

const describe = ({ method, target, body }: RawRequest, answer: RawAnswer, why: string): Leak => ({
  request: `${method} ${target.slice(0, 500)} ${(body?.toString() ?? '').slice(0, 500)}`,
  why,
  answer: `${answer.status} ${answer.body.toString().slice(0, 500)}`,
});
