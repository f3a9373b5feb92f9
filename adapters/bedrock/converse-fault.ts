import {
  AccessDeniedException,
  InternalServerException,
  ModelErrorException,
  ModelNotReadyException,
  ModelTimeoutException,
  ResourceNotFoundException,
  ServiceQuotaExceededException,
  ServiceUnavailableException,
  ThrottlingException,
  ValidationException,
} from '@aws-sdk/client-bedrock-runtime';
import { DomainError } from '#core/domain-error.ts';

/** The model cannot be had, by anybody, and nothing was charged. */
const OUT = [
  AccessDeniedException,
  InternalServerException,
  ModelErrorException,
  ModelNotReadyException,
  ResourceNotFoundException,
  ServiceQuotaExceededException,
  ServiceUnavailableException,
  ThrottlingException,
];
const NOT_REACHED = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|EPIPE)$/;
const TOOK_TOO_LONG = /^(AbortError|TimeoutError)$/;

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';

/** Whether the service found the request too long: fewer cases may do. */
export const saysTooLong = (error: unknown): boolean =>
  error instanceof ValidationException &&
  /too long|too many (input )?tokens|context window/i.test(error.message);

/**
 * What failed, in the words of the product: `unavailable` where nothing was charged, `timeout` where something may have
 * been, or was by a call before (`paid`). Anything else is a fault of ours and stays what it is.
 */
export const converseFault = (error: unknown, modelId: string, paid: boolean): unknown => {
  if (!(error instanceof Error)) return error;
  if (error instanceof ModelTimeoutException || TOOK_TOO_LONG.test(error.name)) {
    return new DomainError('timeout', `${modelId} did not answer in time`, { cause: error });
  }
  if (OUT.some((kind) => error instanceof kind) || NOT_REACHED.test(codeOf(error))) {
    const code = paid ? 'timeout' : 'unavailable';
    return new DomainError(code, `${modelId} cannot be had: ${error.name}`, { cause: error });
  }
  return error;
};
