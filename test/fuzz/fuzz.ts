import { createClient } from '#client/create-client.ts';
import type { ApiDescription } from '#lib/openapi/api-description.ts';
import { chanceOf } from './chance.ts';
import { drawRequest, type DrawnRequest, type Tokens } from './draw-request.ts';
import { fetchDescription, fuzzedOperations, type FuzzedOperation } from './fuzzed-operations.ts';
import { httpExchange, type RawAnswer } from './http-exchange.ts';
import { answerJudge } from './judge-answer.ts';
import { knownValues, type KnownValues } from './known-values.ts';

/** Something that must not be, and the request that shows it. */
export type Finding = {
  readonly number: number;
  readonly request: string;
  readonly wrong: readonly string[];
  readonly answer: string;
};

/** What a run saw: counts by operation (`method path`) and status, and its findings. */
export type FuzzReport = {
  readonly requests: number;
  /** Requests in which everything was as documented. */
  readonly valid: number;
  readonly statuses: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly findings: readonly Finding[];
};

type Settings = {
  readonly url: string;
  readonly tokens: Tokens;
  readonly seed: number;
  readonly requests: number;
};

/** Requests that are under way at once; what they answer is learnt in their order, so that a seed repeats a run. */
const AT_ONCE = 12;
/** How much of each part of a request is spoilt, by turns. */
const SHARES = [0, 0.1, 0.3, 0.6];
const ODD_METHODS = ['PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'];

/** Something to find: cases, an import that runs, one that waits. */
const plant = async (url: string, token: string, known: KnownValues): Promise<void> => {
  const client = createClient({ baseUrl: url, token });
  known.add('admin/{job_id}', 'health_check');
  for (const n of [1, 2, 3, 4, 5]) {
    const { body } = await client.call('createCase', {
      body: { title: `vpn tunnel fails ${n}`, status: 'open' },
    });
    for (const field of ['case_id', 'cases/{id}']) known.add(field, body.id);
    const made = await client.call('createImport', { body: { format: 'jsonl' } });
    known.add('imports/{id}', made.body.id);
  }
};

/** Sends seeded requests to every operation of a running API and judges each answer by its document. */
export const fuzz = async ({ url, tokens, seed, requests }: Settings): Promise<FuzzReport> => {
  const description: ApiDescription = await fetchDescription(url);
  const operations = fuzzedOperations(description);
  const judge = answerJudge(description);
  const known = knownValues();
  const { send, close } = httpExchange(url);
  const findings: Finding[] = [];
  const statuses: Record<string, Record<string, number>> = {};
  let valid = 0;
  await plant(url, tokens.admin, known);

  const draw = (number: number): DrawnRequest & { operation: FuzzedOperation; isOddMethod: boolean } => {
    const chance = chanceOf(seed * 1_000_003 + number);
    // Each operation in turn, so that the short form reaches all of them.
    const operation = operations[number % operations.length]!;
    const drawing = { chance, schemas: description.components.schemas, known: known.of };
    const drawn = drawRequest(operation, { drawing, tokens, share: chance.pick(SHARES) });
    const isOddMethod = chance.happens(0.01);
    return isOddMethod
      ? {
          operation,
          isOddMethod,
          valid: false,
          request: { ...drawn.request, method: chance.pick(ODD_METHODS) },
        }
      : { ...drawn, operation, isOddMethod };
  };

  const note = (
    number: number,
    { operation, request, isOddMethod }: ReturnType<typeof draw>,
    answer: RawAnswer | Error,
  ) => {
    const place = `${operation.method} ${operation.path}`;
    const counts = (statuses[place] ??= {});
    const status = answer instanceof Error ? 'none' : String(answer.status);
    counts[status] = (counts[status] ?? 0) + 1;
    const wrong =
      answer instanceof Error
        ? [`no answer: ${answer.message}`]
        : isOddMethod
          ? answer.status === 404
            ? []
            : [`${request.method} answered ${answer.status}`]
          : judge(operation, answer);
    if (!(answer instanceof Error)) known.learn(operation.path, answer);
    if (wrong.length > 0)
      findings.push({
        number,
        wrong,
        request: describe(request),
        answer: answer instanceof Error ? '' : `${answer.status} ${answer.body.toString().slice(0, 500)}`,
      });
  };

  for (let number = 0; number < requests; number += AT_ONCE) {
    const drawn = Array.from({ length: Math.min(AT_ONCE, requests - number) }, (_, n) => draw(number + n));
    valid += drawn.filter((one) => one.valid).length;
    const answers = await Promise.all(
      drawn.map(({ request }) => send(request).catch((error: unknown) => new Error(String(error)))),
    );
    for (const [n, answer] of answers.entries()) note(number + n, drawn[n]!, answer);
  }
  close();
  return { requests, valid, statuses, findings };
};

const describe = ({ method, target, headers, body }: DrawnRequest['request']): string => {
  const shown = Object.entries(headers).filter(([name]) => name !== 'authorization');
  return `${method} ${target.slice(0, 500)} ${JSON.stringify(Object.fromEntries(shown))} ${(body?.toString() ?? '').slice(0, 800)}`;
};
