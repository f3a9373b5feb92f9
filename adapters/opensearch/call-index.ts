import type { Transport } from '@opensearch-project/opensearch';
import * as z from 'zod';
import { IndexUnavailable } from '#core/search/index-unavailable.ts';
import type { Pause } from '#core/ports/pause.ts';

/** A request to OpenSearch; `lines` are the lines of a body for `_bulk` and `_msearch`. */
export type IndexRequest = {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly lines?: string;
  /** Statuses of 400 and above that are answers here, not failures. */
  readonly expected?: readonly number[];
};

/** Calls OpenSearch; throws IndexUnavailable when it does not answer, or cannot now. */
export type CallIndex = (
  request: IndexRequest,
) => Promise<{ readonly status: number; readonly body: unknown }>;

/** How long to wait for an answer, and how often to ask when the engine is busy. */
export type Patience = { readonly milliseconds: number; readonly tries: number };

/** What the client throws for an answer of 400 and above. */
const Refusal = z.object({
  statusCode: z.number(),
  body: z
    .object({ error: z.object({ type: z.string() }) })
    .optional()
    .catch(undefined),
});
const Named = z.object({ name: z.string() });

/** Too busy, or nobody there: worth another try at once. A timeout is not, since the caller has waited already. */
const AGAIN: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const BROKEN_CONNECTION = 'ConnectionError';
const NO_ANSWER = 'TimeoutError';

type Failure = { readonly again: boolean; readonly error: Error };

/** What an error says. Sentences of the engine are left behind: they quote queries and records. */
const readError = (
  error: unknown,
): { readonly what: string; readonly again: boolean; readonly late: boolean } => {
  const refusal = Refusal.safeParse(error).data;
  if (refusal) {
    const { statusCode, body } = refusal;
    return {
      what: `${statusCode} ${body?.error.type ?? ''}`.trim(),
      again: AGAIN.has(statusCode),
      late: false,
    };
  }
  const { name } = Named.parse(error);
  return { what: name, again: name === BROKEN_CONNECTION, late: name === NO_ANSWER };
};

const failureOf = (error: unknown, { method, path }: IndexRequest): Failure => {
  const { what, again, late } = readError(error);
  const told = new Error(`OpenSearch answered ${method} ${path} with ${what}`);
  return { again, error: again || late ? new IndexUnavailable('all', told) : told };
};

/** Calls through a transport with some patience; what is repeated has no second effect, for every write names its version. */
export const callIndex =
  (transport: Transport, { milliseconds, tries }: Patience, pause: Pause): CallIndex =>
  async (request) => {
    const { method, path, body, lines, expected = [] } = request;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await transport.request(
          { method, path, body, bulkBody: lines },
          { requestTimeout: milliseconds, ignore: [...expected] },
        );
        return { status: answer.statusCode ?? 0, body: answer.body };
      } catch (thrown) {
        const { again, error } = failureOf(thrown, request);
        if (!again || attempt >= tries) throw error;
        await pause.before(attempt + 1);
      }
    }
  };
