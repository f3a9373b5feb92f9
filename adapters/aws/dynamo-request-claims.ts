import { createHash } from 'node:crypto';
import { GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Claim, ClaimKey, KeptAnswer, RequestClaims } from '#core/ports/request-claims.ts';
import { conditionally } from './conditionally.ts';

/** A row holds 400 KB; an answer of a case may have 1 MiB and more. */
const PART_BYTES = 350_000;

const Row = z.object({
  request: z.string(),
  owner: z.string(),
  held_until: z.number(),
  answer: z.object({ status: z.int(), headers: z.record(z.string(), z.string()), parts: z.int() }).optional(),
});
const Part = z.object({ bytes: z.instanceof(Uint8Array) });

/** Keys of clients may be of any text and length, so the row's key is their hash; it begins with the tenant. */
const pkOf = ({ tenant, principal, route, key }: ClaimKey): string =>
  `${tenant}#${createHash('sha256')
    .update(JSON.stringify([principal, route, key]))
    .digest('hex')}`;

const partPk = (pk: string, owner: string, part: number): string => `${pk}#${owner}#${part}`;
const second = (milliseconds: number): number => Math.ceil(milliseconds / 1_000);
/** Rows of claims without an answer go a day after their end. */
const DAY_MILLISECONDS = 24 * 60 * 60 * 1_000;

/** Claims in a DynamoDB table keyed by tenant and hash; a row without a holder counts as absent long before it expires. */
export const dynamoRequestClaims = (client: DynamoDBDocumentClient, table: string): RequestClaims => {
  const read = async (pk: string): Promise<unknown> =>
    (await client.send(new GetCommand({ TableName: table, Key: { pk }, ConsistentRead: true }))).Item;

  const bodyOf = async (pk: string, owner: string, parts: number): Promise<string> => {
    const items = await Promise.all(
      Array.from({ length: parts }, (_, part) => read(partPk(pk, owner, part))),
    );
    return Buffer.concat(items.map((item) => Part.parse(item).bytes)).toString('utf8');
  };

  const take = ({ claimKey, request, owner, now, until }: Claim): Promise<boolean> =>
    conditionally(
      client.send(
        new PutCommand({
          TableName: table,
          Item: {
            pk: pkOf(claimKey),
            request,
            owner,
            held_until: until,
            expires_at: second(until + DAY_MILLISECONDS),
          },
          ConditionExpression: 'attribute_not_exists(pk) OR held_until <= :now',
          ExpressionAttributeValues: { ':now': now },
        }),
      ),
    );

  const change = (claim: Claim, expression: string, values: Readonly<Record<string, unknown>>) =>
    conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: { pk: pkOf(claim.claimKey) },
          UpdateExpression: expression,
          ConditionExpression: '#owner = :owner',
          ExpressionAttributeNames: { '#owner': 'owner' },
          ExpressionAttributeValues: { ':owner': claim.owner, ...values },
        }),
      ),
    );

  const writeParts = async (claim: Claim, body: string, until: number): Promise<number> => {
    const bytes = Buffer.from(body, 'utf8');
    const parts = Math.ceil(bytes.length / PART_BYTES);
    await Promise.all(
      Array.from({ length: parts }, (_, part) =>
        client.send(
          new PutCommand({
            TableName: table,
            Item: {
              pk: partPk(pkOf(claim.claimKey), claim.owner, part),
              bytes: bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES),
              expires_at: second(until),
            },
          }),
        ),
      ),
    );
    return parts;
  };

  return {
    async claim(claim) {
      if (await take(claim)) return { outcome: 'mine' };
      const pk = pkOf(claim.claimKey);
      const { request, owner, answer } = Row.parse(await read(pk));
      if (!answer) return { outcome: 'running', request };
      const { status, headers, parts } = answer;
      const kept: KeptAnswer = { status, headers, body: await bodyOf(pk, owner, parts) };
      return { outcome: 'answered', request, answer: kept };
    },

    async keep(claim, { status, headers, body }, until) {
      const parts = await writeParts(claim, body, until);
      return change(claim, 'SET answer = :answer, held_until = :until, expires_at = :expires', {
        ':answer': { status, headers, parts },
        ':until': until,
        ':expires': second(until),
      });
    },

    async release(claim) {
      await change(claim, 'SET held_until = :free', { ':free': 0 });
    },
  };
};
