import type { ApiParameter } from '#lib/openapi/api-description.ts';
import type { Chance } from './chance.ts';
import { drawValue, type Drawing } from './draw-value.ts';
import type { FuzzedOperation } from './fuzzed-operations.ts';
import type { RawRequest } from './http-exchange.ts';
import { cursorField, spoilCursor } from './known-values.ts';
import { ODD_TEXTS } from './odd-texts.ts';
import { spoilValue } from './spoil-value.ts';

/** A request, and whether everything in it is as documented. */
export type DrawnRequest = { readonly request: RawRequest; readonly valid: boolean };

/** How requests say who calls; the first is the usual one. */
export type Tokens = { readonly admin: string; readonly others: readonly string[] };

const RAW_SEGMENTS = [
  '%',
  '%zz',
  '%00',
  '%ff',
  '%c3%28',
  '..',
  '%2e%2e%2f',
  '.',
  '%20',
  '+',
  ';a=b',
  '%ED%A0%80',
];
const MEDIA_TYPES = [
  'text/csv',
  'text/plain',
  'application/xml',
  'application/json;',
  'application/json; charset=utf-16',
  'application/merge-patch+json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  '*/*',
  'garbage',
];
const BAD_TOKENS = [
  '',
  'Bearer',
  'Bearer ',
  'Bearer x',
  'Bearer a.b.c',
  'Basic ZGVtbzpkZW1v',
  'bearer null',
  'x'.repeat(4_000),
];
const IF_MATCH = ['*', '"1"', '"2"', 'W/"1"', '""', '1', '"x"', '"99999999999999999999"', '"1", "2"', ' '];
const ODD_HEADERS: Record<string, readonly string[]> = {
  accept: ['text/csv', '*/*;q=0', 'x', ''],
  'accept-encoding': ['br', 'identity;q=0', '*'],
  'content-encoding': ['gzip', 'br', 'x'],
  'content-language': ['xx-\u00ff'],
  'if-none-match': ['*', '"1"'],
  'if-modified-since': ['yesterday'],
  range: ['bytes=0-1', 'bytes=5-1'],
  'x-http-method-override': ['DELETE', 'PATCH'],
  'x-forwarded-for': ['127.0.0.1', "'"],
  'x-forwarded-host': ['evil.example'],
  'x-tenant': ['other'],
  'idempotency-key': ['k1', 'k'.repeat(300), ' ', '\u00ff'],
  traceparent: ['00-x-y-z'],
  cookie: ['a=b; tenant=other'],
  te: ['trailers'],
};

type Part<Value> = { readonly value: Value; readonly valid: boolean };

/** One request to an operation; with the chance `share` each of its parts is spoilt. */
export const drawRequest = (
  operation: FuzzedOperation,
  { drawing, tokens, share }: { drawing: Drawing; tokens: Tokens; share: number },
): DrawnRequest => {
  const { chance } = drawing;
  const path = drawPath(operation, drawing, share);
  const query = drawQuery(operation, drawing, share);
  const caller = drawCaller(tokens, chance, share);
  const headers = drawHeaders(operation, drawing, share);
  const body = drawBody(operation, { drawing, share, target: path.value });
  return {
    request: {
      method: operation.method,
      target: `${path.value}${query.value}`,
      headers: { ...caller.value, ...headers.value, ...body.value.headers },
      ...(body.value.bytes && { body: body.value.bytes }),
    },
    valid: [path, query, caller, headers, body].every((part) => part.valid),
  };
};

const at = ({ parameters }: FuzzedOperation, location: ApiParameter['in']) =>
  parameters.filter((parameter) => parameter.in === location);

const drawPath = (operation: FuzzedOperation, drawing: Drawing, share: number): Part<string> => {
  const { chance } = drawing;
  let valid = true;
  const value = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (chance.happens(share)) {
      valid = false;
      const odd = chance.pick(ODD_TEXTS).toWellFormed() || 'x'.repeat(chance.pick([201, 2_000]));
      return chance.happens(0.4) ? chance.pick(RAW_SEGMENTS) : encodeURIComponent(odd);
    }
    const subject = `${operation.path.replace('/api/v1', '').split('/')[1]}/{${name}}`;
    const known = drawing.known(subject);
    const schema = operation.parameters.find((parameter) => parameter.name === name)?.schema ?? {};
    return encodeURIComponent(
      known.length > 0 && chance.happens(0.8) ? chance.pick(known) : String(drawValue(schema, name, drawing)),
    );
  });
  return { value, valid };
};

const spoiltParameter = (name: string, cursors: readonly string[], chance: Chance): string => {
  if (name === 'cursor' && cursors.length > 0) return spoilCursor(chance.pick(cursors), chance);
  return chance.pick<string>([...ODD_TEXTS, '1000', '201', '1.0', '+5', '0x10', 'x'.repeat(4_001)]);
};

const drawQuery = (operation: FuzzedOperation, drawing: Drawing, share: number): Part<string> => {
  const { chance } = drawing;
  const pairs: string[] = [];
  let valid = true;
  const add = (name: string, value: string) =>
    pairs.push(`${encodeURIComponent(name.toWellFormed())}=${encodeURIComponent(value.toWellFormed())}`);
  const cursors = drawing.known(cursorField(operation.path));
  for (const { name, schema } of at(operation, 'query')) {
    if (!chance.happens(0.3)) continue;
    const spoilt = chance.happens(share);
    valid &&= !spoilt;
    if (spoilt) add(name, spoiltParameter(name, cursors, chance));
    else if (name !== 'cursor') add(name, String(drawValue(schema, name, drawing)));
    else if (cursors.length > 0) add(name, chance.pick(cursors));
    if (chance.happens(share / 4)) add(name, 'again');
  }
  if (chance.happens(share / 2)) {
    valid = false;
    pairs.push(
      chance.pick([
        'unknown=1',
        '=',
        '&&',
        'limit[]=5',
        'limit',
        '%',
        '%ff=%ff',
        'a=%zz',
        '__proto__=1',
        'tenant=other',
      ]),
    );
  }
  return { value: pairs.length > 0 ? `?${pairs.join('&')}` : '', valid };
};

const drawCaller = (
  { admin, others }: Tokens,
  chance: Chance,
  share: number,
): Part<Record<string, string>> => {
  if (!chance.happens(share / 3)) return { value: { authorization: `Bearer ${admin}` }, valid: true };
  const value = chance.pick(['none', 'bad', 'other'] as const);
  if (value === 'none') return { value: {}, valid: false };
  const token = value === 'bad' ? chance.pick(BAD_TOKENS) : `Bearer ${chance.pick(others)}`;
  return { value: { authorization: token }, valid: false };
};

const drawHeaders = (
  operation: FuzzedOperation,
  drawing: Drawing,
  share: number,
): Part<Record<string, string>> => {
  const { chance } = drawing;
  const value: Record<string, string> = {};
  let valid = true;
  for (const { name } of at(operation, 'header')) {
    const known = drawing.known(name);
    if (chance.happens(0.3) && known.length > 0) value[name] = chance.pick(known);
    if (!chance.happens(share)) continue;
    value[name] = chance.pick(ODD_HEADERS[name] ?? IF_MATCH);
    valid = false;
  }
  if (chance.happens(share / 2)) {
    const name = chance.pick(Object.keys(ODD_HEADERS));
    value[name] = chance.pick(ODD_HEADERS[name]!);
    valid = false;
  }
  return { value, valid };
};

type Body = { readonly headers: Record<string, string>; readonly bytes?: Buffer };

const oddBytes = (json: string, chance: Chance): Buffer =>
  chance.pick<() => Buffer>([
    () => Buffer.from(json.slice(0, chance.whole(0, json.length - 1))),
    () => Buffer.from(`${json}${json}`),
    () => Buffer.from(`\uFEFF${json}`),
    () => Buffer.from(json, 'utf16le'),
    () => Buffer.from([0x22, 0xff, 0xfe, 0x22]),
    () => Buffer.alloc(0),
    () => Buffer.from(chance.pick(['null', '[]', '1', '"x"', '{', '{"a":1e999}', '[1,]', 'NaN', "{'a':1}"])),
    () => Buffer.from(json.replace('{', '{"id":"first","id":2,"__proto__":{"admin":true},')),
    () => Buffer.from('['.repeat(20_000)),
    () => (chance.happens(0.1) ? Buffer.from(`{"title":"${'x'.repeat(1_100_000)}"}`) : Buffer.from('{}')),
  ])();

/** What a schema cannot say: a body's id is that of the path, a search's cursor that of the same search. */
const fitting = (body: unknown, { chance, known }: Drawing, target: string): unknown => {
  if (typeof body !== 'object' || body === null || chance.happens(0.1)) return body;
  const { cursor, id, ...others } = body as Record<string, unknown>;
  const rest = { ...others, ...(known('cursor').includes(String(cursor)) && { cursor }) };
  const ofPath = /\/(?:cases|knowledge)\/([^/?]+)$/.exec(target)?.[1];
  if (id === undefined) return rest;
  return { ...rest, id: ofPath !== undefined ? decoded(ofPath) : id };
};

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

const drawBody = (
  operation: FuzzedOperation,
  { drawing, share, target }: { drawing: Drawing; share: number; target: string },
): Part<Body> => {
  const { chance } = drawing;
  const schema = operation.requestBody?.content['application/json']?.schema;
  if (!schema) {
    if (!chance.happens(share / 4)) return { value: { headers: {} }, valid: true };
    return {
      value: { headers: { 'content-type': 'application/json' }, bytes: Buffer.from('{"a":1}') },
      valid: false,
    };
  }
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  const drawn = fitting(drawValue(schema, 'body', drawing), drawing, target);
  if (!chance.happens(share))
    return { value: { headers, bytes: Buffer.from(JSON.stringify(drawn)) }, valid: true };
  if (chance.happens(0.15)) headers['content-type'] = chance.pick(MEDIA_TYPES);
  else if (chance.happens(0.05)) delete headers['content-type'];
  const json = JSON.stringify(chance.happens(0.8) ? spoilValue(drawn, chance) : drawn) ?? '';
  return {
    value: { headers, bytes: chance.happens(0.2) ? oddBytes(json, chance) : Buffer.from(json) },
    valid: false,
  };
};
