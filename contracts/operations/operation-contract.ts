import type * as z from 'zod';
import type { ProblemCode } from '../problem.ts';

/** One success answer of an operation. */
export type AnswerContract = {
  readonly description: string;
  /** Left out when there is no body. */
  readonly body?: z.ZodType;
  /** `application/json` unless it says otherwise. */
  readonly mediaType?: string;
  /** What each header beside `x-request-id` says, by lower-case name. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** What an operation takes and answers, in the schemas by which its function checks requests. */
export type OperationContract = {
  readonly tag: 'Cases' | 'Events' | 'Imports' | 'Knowledge' | 'Search' | 'Operations' | 'Documentation';
  /** A few words, as a heading. */
  readonly summary: string;
  readonly description?: string;
  readonly path?: z.ZodObject;
  readonly query?: z.ZodObject;
  /** Request headers by lower-case name, without those of authentication and content. */
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
  /** By status. */
  readonly answers: Readonly<Record<number, AnswerContract>>;
  /** Codes beside those that any such operation may answer, e.g. `not_found`. */
  readonly refusals?: readonly ProblemCode[];
};
