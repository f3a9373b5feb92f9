import * as z from 'zod';
import type { CallIndex } from './call-index.ts';

const NOT_FOUND = 404;
const BAD_REQUEST = 400;
const Refused = z.object({ error: z.object({ type: z.string() }) });

/** Makes an index that is not there yet; two makers at once are no fault. */
export const makeIndex = async (
  call: CallIndex,
  index: string,
  mapping: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const path = `/${index}`;
  const found = await call({ method: 'HEAD', path, expected: [NOT_FOUND] });
  if (found.status !== NOT_FOUND) return;
  const made = await call({ method: 'PUT', path, body: mapping, expected: [BAD_REQUEST] });
  if (made.status !== BAD_REQUEST) return;
  const { type } = Refused.parse(made.body).error;
  if (type !== 'resource_already_exists_exception') throw new Error(`OpenSearch makes no index: ${type}`);
};
