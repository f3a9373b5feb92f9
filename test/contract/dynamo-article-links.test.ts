import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoArticleLinks } from '#adapters/aws/dynamo-article-links.ts';
import { dynamoArticleTies } from '#adapters/aws/dynamo-article-ties.ts';
import { dynamoCaseTies } from '#adapters/aws/dynamo-case-ties.ts';
import { dynamoKnowledgeBooks } from '#adapters/aws/dynamo-knowledge-books.ts';
import { articleLinksContract } from '#test/contract/article-links.contract.ts';
import { knowledgeBooksContract } from '#test/contract/knowledge-books.contract.ts';
import { tiesContract } from '#test/contract/ties.contract.ts';
import { anArticleLink } from '#test/support/an-article-link.ts';
import { createTable, startDynamo } from '#test/support/emulators.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { ARTICLE_LINKS_TABLE } from '#test/support/tables.ts';

let dynamo: Awaited<ReturnType<typeof startDynamo>>;
let tables = 0;

beforeAll(async () => {
  dynamo = await startDynamo();
});

afterAll(async () => {
  await dynamo.stop();
});

const setup = async () => {
  tables += 1;
  const table = await createTable(dynamo.client, { ...ARTICLE_LINKS_TABLE, TableName: `links-${tables}` });
  const client = DynamoDBDocumentClient.from(dynamo.client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const clock = fixedClock();
  return {
    client,
    table,
    links: dynamoArticleLinks(client, table, clock),
    caseTies: dynamoCaseTies(client, table, clock),
    articleTies: dynamoArticleTies(client, table),
    books: dynamoKnowledgeBooks(client, table, clock),
  };
};

articleLinksContract('DynamoDB', setup);
tiesContract('DynamoDB', setup);
knowledgeBooksContract('DynamoDB', async () => (await setup()).books);

describe('links in DynamoDB', () => {
  it('leave no customer behind, and go after a week', async () => {
    const { client, table, links } = await setup();
    await links.add(anArticleLink());
    await links.remove('demo', 'a-1', 'c-1');

    const { Items } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': 'demo#article#a-1' },
      }),
    );
    expect(Items).toHaveLength(1);
    expect(Items![0]).not.toHaveProperty('customer');
    // A week after 2026-03-01T12:00:00Z.
    expect(Items![0]).toMatchObject({ gone: true, expires_at: 1_772_971_200 });
  });
});
