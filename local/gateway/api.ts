import type { DeclaredGatewayResponse } from './api-document.ts';

/** A request authoriser; `cacheSeconds` 0 asks it every time. */
export type ApiAuthoriser = {
  readonly name: string;
  readonly functionArn: string;
  /** Names of the headers that identify the caller; all must be there. */
  readonly identityHeaders: readonly string[];
  readonly cacheSeconds: number;
};

/** One method of one path and the function that serves it. */
export type ApiRoute = {
  /** HTTP method, or `ANY`. */
  readonly method: string;
  /** Path as the document writes it, e.g. `/api/v1/cases/{id}`. */
  readonly resource: string;
  readonly functionArn: string;
  readonly timeoutMillis: number;
  readonly authoriser: ApiAuthoriser | undefined;
};

/** A REST API, read from its document. */
export type Api = {
  readonly id: string;
  /** Its name, as metrics know it. */
  readonly name: string;
  readonly routes: readonly ApiRoute[];
  readonly binaryMediaTypes: readonly string[];
  readonly gatewayResponses: Readonly<Record<string, DeclaredGatewayResponse>>;
};
