import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { ArticleState } from '#contracts/article-state.ts';
import type { ArticleCard } from '#core/metrics/article-card.ts';
import type { Clock } from '#core/ports/clock.ts';
import { type DayNote, type DayNotes, type KnowledgeBooks, MOST_CARDS } from '#core/ports/knowledge-books.ts';
import { conditionally } from './conditionally.ts';
import { goneFrom } from './gone-from.ts';
import { cardKey, cardPartition, dayPartition, noteKey } from './link-keys.ts';
import { queryAll } from './query-all.ts';
import { transact, type TransactItems } from './transact.ts';

const CardItem = z.object({
  sk: z.string(),
  version: z.int(),
  state: ArticleState.optional(),
  pattern_id: z.string().optional(),
  drafted_at: z.string(),
  published_at: z.string().optional(),
  waiting_since: z.string().optional(),
  cost_micro_usd: z.int().optional(),
});

const fromCard = (value: unknown): readonly ArticleCard[] => {
  const { sk, version, state, ...item } = CardItem.parse(value);
  if (state === undefined) return [];
  return [
    {
      articleId: sk,
      version,
      state,
      patternId: item.pattern_id,
      draftedAt: item.drafted_at,
      publishedAt: item.published_at,
      waitingSince: item.waiting_since,
      costMicroUsd: item.cost_micro_usd,
    },
  ];
};

/** Notes are spread over this many rows a day and kind; a row, at most 400 KB, holds some 25,000. */
const SHARDS = 4;
/** Notes are kept for 400 days. */
const KEPT_SECONDS = 400 * 24 * 60 * 60;
/** DynamoDB takes 100 rows a transaction. */
const MOST_ROWS = 100;

const NoteItem = z.object({ sk: z.string(), tokens: z.set(z.string()).optional() });
const NoteKey = z.tuple([z.string(), z.enum(['resolved', 'linked', 'reused']), z.string()]);

const shardOf = (token: string): string => String((token.codePointAt(0) ?? 0) % SHARDS);

const rowOf = ({ day, note, token }: DayNote): string => [day, note, shardOf(token)].join('#');

const dayNotes = (day: string, items: readonly z.infer<typeof NoteItem>[]): DayNotes => {
  const notes = { resolved: new Set<string>(), linked: new Set<string>(), reused: new Set<string>() };
  for (const { sk, tokens = new Set<string>() } of items) {
    const [, note] = NoteKey.parse(sk.split('#'));
    for (const token of tokens) notes[note].add(token);
  }
  return { day, ...notes };
};

/** The books in the table of article links: a row an article, and sets of what happened on a day, to which adding twice adds once. */
export const dynamoKnowledgeBooks = (
  client: DynamoDBDocumentClient,
  table: string,
  clock: Clock,
): KnowledgeBooks => {
  const adding = (tenant: string, notes: readonly DayNote[]): TransactItems[number] => {
    const [first] = notes;
    if (!first) throw new Error('nothing to note');
    return {
      Update: {
        TableName: table,
        Key: noteKey(tenant, first.day, first.note, shardOf(first.token)),
        UpdateExpression: 'ADD tokens :tokens SET expires_at = :at',
        ExpressionAttributeValues: {
          ':tokens': new Set(notes.map(({ token }) => token)),
          ':at': Math.floor(Date.parse(first.day) / 1_000) + KEPT_SECONDS,
        },
      },
    };
  };

  return {
    async putCard(tenant, card) {
      const set = {
        version: card.version,
        state: card.state,
        pattern_id: card.patternId,
        drafted_at: card.draftedAt,
        waiting_since: card.waitingSince,
        cost_micro_usd: card.costMicroUsd,
        expires_at: card.state === undefined ? goneFrom(clock) : undefined,
      };
      const known = Object.entries(set).filter(([, value]) => value !== undefined);
      const gone = Object.entries(set).filter(([, value]) => value === undefined);
      const assigned = [
        ...known.map(([name]) => `#${name} = :${name}`),
        ...(card.publishedAt === undefined ? [] : ['published_at = if_not_exists(published_at, :published)']),
      ];
      const removed = gone.length === 0 ? '' : ` REMOVE ${gone.map(([name]) => `#${name}`).join(', ')}`;
      await conditionally(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: cardKey(tenant, card.articleId),
            UpdateExpression: `SET ${assigned.join(', ')}${removed}`,
            ConditionExpression: 'attribute_not_exists(pk) OR #version <= :version',
            ExpressionAttributeNames: Object.fromEntries(Object.keys(set).map((name) => [`#${name}`, name])),
            ExpressionAttributeValues: {
              ...Object.fromEntries(known.map(([name, value]) => [`:${name}`, value])),
              ...(card.publishedAt !== undefined && { ':published': card.publishedAt }),
            },
          }),
        ),
      );
    },

    async cards(tenant) {
      const query = {
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': cardPartition(tenant) },
      };
      return (await queryAll(client, query, MOST_CARDS)).flatMap(fromCard);
    },

    async note(tenant, notes) {
      const rows = [...Map.groupBy(notes, rowOf).values()];
      for (let start = 0; start < rows.length; start += MOST_ROWS) {
        const items = rows.slice(start, start + MOST_ROWS).map((own) => adding(tenant, own));
        const result = await transact(client, items);
        if (!result.written) throw new Error(`nothing was noted: ${result.codes.join(', ')}`);
      }
    },

    async takeBack(tenant, { day, note, token }) {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: noteKey(tenant, day, note, shardOf(token)),
          UpdateExpression: 'DELETE tokens :tokens',
          ExpressionAttributeValues: { ':tokens': new Set([token]) },
        }),
      );
    },

    async between(tenant, from, to) {
      const query = {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        // `~` comes after `#`, so that the last day is whole.
        ExpressionAttributeValues: { ':pk': dayPartition(tenant), ':from': from, ':to': `${to}~` },
      };
      const items = z.array(NoteItem).parse(await queryAll(client, query));
      return [...Map.groupBy(items, ({ sk }) => sk.slice(0, 10))].map(([day, own]) => dayNotes(day, own));
    },
  };
};
