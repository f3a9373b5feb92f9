import { z } from 'zod';
import type { S3Request } from './s3-request.ts';

/** The CorsConfiguration of AWS::S3::Bucket. */
export const CorsConfiguration = z.object({
  CorsRules: z.array(
    z.object({
      AllowedOrigins: z.array(z.string()),
      AllowedMethods: z.array(z.string()),
      AllowedHeaders: z.array(z.string()).default([]),
      ExposedHeaders: z.array(z.string()).default([]),
      MaxAge: z.coerce.number().optional(),
    }),
  ),
});

/** One rule of a bucket for browsers of other origins. */
export type CorsRule = z.infer<typeof CorsConfiguration>['CorsRules'][number];

/** Headers that let the browser have the answer; undefined when no rule of the bucket allows the request. */
export const corsHeaders = (
  rules: readonly CorsRule[],
  request: S3Request,
): Record<string, string> | undefined => {
  const origin = request.headers['origin'];
  if (origin === undefined) return undefined;
  const method = request.headers['access-control-request-method'] ?? request.method;
  const wanted = (request.headers['access-control-request-headers'] ?? '').split(/ *, */).filter(Boolean);
  const rule = rules.find(
    ({ AllowedOrigins, AllowedMethods, AllowedHeaders }) =>
      AllowedMethods.includes(method) &&
      AllowedOrigins.some((pattern) => matches(pattern, origin)) &&
      wanted.every((name) => AllowedHeaders.some((pattern) => matches(pattern, name))),
  );
  return (
    rule && {
      'access-control-allow-origin': rule.AllowedOrigins.includes('*') ? '*' : origin,
      'access-control-allow-methods': rule.AllowedMethods.join(', '),
      ...(wanted.length > 0 && { 'access-control-allow-headers': wanted.join(', ') }),
      ...(rule.ExposedHeaders.length > 0 && {
        'access-control-expose-headers': rule.ExposedHeaders.join(', '),
      }),
      ...(rule.MaxAge !== undefined && { 'access-control-max-age': String(rule.MaxAge) }),
      vary: 'Origin',
    }
  );
};

const matches = (pattern: string, text: string): boolean => {
  const [start = '', end] = pattern.toLowerCase().split('*', 2);
  const lower = text.toLowerCase();
  return end === undefined ? lower === start : lower.startsWith(start) && lower.endsWith(end);
};
