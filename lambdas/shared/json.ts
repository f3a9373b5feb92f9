import type { APIGatewayProxyResult } from 'aws-lambda';

/** An answer with a JSON body. */
export const json = (
  statusCode: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): APIGatewayProxyResult => ({
  statusCode,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(body),
});

/** An answer without a body. */
export const noContent = (headers: Readonly<Record<string, string>> = {}): APIGatewayProxyResult => ({
  statusCode: 204,
  headers: { 'cache-control': 'no-store', ...headers },
  body: '',
});
