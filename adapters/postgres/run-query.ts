import { decorrelatedJitterGenerator, ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import type { Pool } from 'pg';
import * as z from 'zod';

/** Runs a statement with its parameters; answers its rows. */
export type RunQuery = (text: string, values: readonly unknown[]) => Promise<readonly unknown[]>;

const Coded = z.object({ code: z.string() });

/** Errors of the line or of a server that restarts; all that is sent is reading, so it may be sent again. */
const PASSING =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|08\w{3}|57P0[123]|53300|40001|40P01)$/;

const passesByItself = (error: unknown): boolean => {
  const coded = Coded.safeParse(error);
  if (coded.success) return PASSING.test(coded.data.code);
  // The driver's own errors bear no code.
  return error instanceof Error && /^(timeout exceeded when|Connection terminated)/.test(error.message);
};

/** Three tries within a few seconds; a database that is away for longer is for the caller to wait for. */
const retrying = retry(handleWhen(passesByItself), {
  maxAttempts: 2,
  backoff: new ExponentialBackoff({
    generator: decorrelatedJitterGenerator,
    initialDelay: 200,
    maxDelay: 2_000,
  }),
});

/** Statements over a pool of connections, bounded and repeated when the line was cut. */
export const runQuery =
  (pool: Pool): RunQuery =>
  async (text, values) =>
    (await retrying.execute(() => pool.query({ text, values: [...values] }))).rows;
