import type { APIGatewayProxyResult } from 'aws-lambda';

/** An answer with a body of text of the given media type. */
export const plainText = (body: string, contentType: string): APIGatewayProxyResult => ({
  statusCode: 200,
  headers: { 'content-type': contentType, 'cache-control': 'no-store' },
  body,
});
