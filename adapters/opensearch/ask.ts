import * as z from 'zod';
import type { CallIndex } from './call-index.ts';

/** The body of one search. */
export type SearchBody = Readonly<Record<string, unknown>>;

const Missing = z.object({ error: z.object({ type: z.literal('index_not_found_exception') }) });
const Failed = z.object({ status: z.number(), error: z.object({ type: z.string() }) });
const Answers = z.object({ responses: z.array(z.unknown()) });

const NOT_FOUND = 404;

/** What a search of several answered: its answer, nothing where there is no index yet, or that it failed. */
export type Asked =
  | { readonly kind: 'answered'; readonly answer: unknown }
  | { readonly kind: 'no_index' }
  | { readonly kind: 'failed'; readonly status: number; readonly type: string };

const readAnswer = (answer: unknown): Asked => {
  if (Missing.safeParse(answer).success) return { kind: 'no_index' };
  const failed = Failed.safeParse(answer).data;
  if (failed) return { kind: 'failed', status: failed.status, type: failed.error.type };
  return { kind: 'answered', answer };
};

/** Searches an index several times in one request, by `_msearch`; answers are in the order of the searches. */
export const askMany = async (
  call: CallIndex,
  index: string,
  searches: readonly SearchBody[],
): Promise<readonly Asked[]> => {
  const lines = searches.map((search) => `{}\n${JSON.stringify(search)}\n`).join('');
  const { status, body } = await call({
    method: 'POST',
    path: `/${index}/_msearch`,
    lines,
    expected: [NOT_FOUND],
  });
  if (status === NOT_FOUND) return searches.map(() => ({ kind: 'no_index' }));
  return Answers.parse(body).responses.map(readAnswer);
};

/** Asks an index one thing, by `_search`, `_count` or `_mget`; undefined where there is no index yet. */
export const askOnce = async (
  call: CallIndex,
  index: string,
  question: '_search' | '_count' | '_mget',
  body: SearchBody,
): Promise<unknown> => {
  const path = `/${index}/${question}`;
  const answer = await call({ method: 'POST', path, body, expected: [NOT_FOUND] });
  return answer.status === NOT_FOUND ? undefined : answer.body;
};
