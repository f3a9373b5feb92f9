import type { OperationContract } from '#contracts/operations/operation-contract.ts';
import { STATUS } from '#contracts/problem-status.ts';
import type { ProblemCode } from '#contracts/problem.ts';
import type { Route } from '#contracts/route.ts';

/** What the gateway itself may answer to anything. */
const ALWAYS: readonly ProblemCode[] = [
  'malformed_request',
  'payload_too_large',
  'throttled',
  'internal_error',
  'unavailable',
  'timeout',
];

/** The codes with which an operation may refuse, by status. */
export const problemAnswers = (
  { permission }: Route,
  { body, refusals = [] }: OperationContract,
): ReadonlyMap<number, readonly ProblemCode[]> => {
  const codes: ProblemCode[] = [
    ...ALWAYS,
    ...(permission === 'public' ? [] : (['unauthenticated', 'forbidden'] as const)),
    ...(body ? (['unsupported_media_type', 'invalid_request'] as const) : []),
    ...refusals,
  ];
  return Map.groupBy(
    codes.toSorted((one, two) => STATUS[one] - STATUS[two]),
    (code) => STATUS[code],
  );
};
