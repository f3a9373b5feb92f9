import type { ImportFailureCode } from '#contracts/import-reason.ts';
import type { Rejection } from '#contracts/import-outcome.ts';

/** An upload that nobody can read to its end, however often it is tried. */
export class UploadFault extends Error {
  readonly code: ImportFailureCode;
  /** The line that stands in the way, if one does. */
  readonly rejection: Rejection | undefined;

  constructor(
    code: ImportFailureCode,
    message: string,
    options: { readonly rejection?: Rejection; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'UploadFault';
    this.code = code;
    this.rejection = options.rejection;
  }
}
