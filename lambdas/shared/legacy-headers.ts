import type { APIGatewayProxyEvent } from 'aws-lambda';
import * as z from 'zod';
import { LEGACY, successorOf } from '#contracts/legacy-routes.ts';
import { readEnv } from './read-env.ts';

/** What the answer of a legacy path says of its end: `Deprecation` (RFC 9745), `Sunset` (RFC 8594), `Link` to its successor (RFC 5829). */
export const legacyHeaders = ({
  resource,
  pathParameters,
}: Pick<APIGatewayProxyEvent, 'resource' | 'pathParameters'>): Readonly<Record<string, string>> => {
  const successor = successorOf(resource);
  if (successor === undefined) return {};
  const { PUBLIC_URL } = readEnv({ PUBLIC_URL: z.url() });
  const path = successor.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent((pathParameters?.[name] ?? '').toWellFormed()),
  );
  return {
    deprecation: `@${LEGACY.deprecated.getTime() / 1000}`,
    sunset: LEGACY.sunset.toUTCString(),
    link: `<${PUBLIC_URL}${path}>; rel="successor-version"`,
  };
};
