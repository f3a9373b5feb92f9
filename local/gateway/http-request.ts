/** A request as it came in, its body complete. */
export type HttpRequest = {
  readonly method: string;
  /** Raw path, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names and values as sent, in order. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
  readonly sourceIp: string;
  readonly protocol: string;
};

/** The last value of a header, by its name in any case. */
export const headerOf = ({ headers }: Pick<HttpRequest, 'headers'>, name: string): string | undefined =>
  headers.findLast(([given]) => given.toLowerCase() === name.toLowerCase())?.[1];
