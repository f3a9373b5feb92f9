import * as z from 'zod';
import type { HttpAnswer } from './http-answer.ts';

const Value = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const ProxyAnswer = z.strictObject({
  statusCode: z
    .union([
      z.int(),
      z
        .string()
        .regex(/^\d{3}$/)
        .transform(Number),
    ])
    .pipe(z.int().min(100).max(599)),
  headers: z.record(z.string(), Value).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(Value)).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** Reads what a function answered; `undefined` for what API Gateway calls a malformed Lambda proxy response. */
export const readProxyAnswer = (payload: unknown): HttpAnswer | undefined => {
  const parsed = ProxyAnswer.safeParse(payload);
  if (!parsed.success) return undefined;
  const { statusCode, headers, multiValueHeaders, body, isBase64Encoded } = parsed.data;
  return {
    status: statusCode,
    headers: {
      'content-type': 'application/json',
      ...lowerCased(headers ?? {}),
      ...lowerCased(multiValueHeaders ?? {}),
    },
    body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
  };
};

const lowerCased = <Content>(headers: Readonly<Record<string, Content>>): Record<string, Content> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
