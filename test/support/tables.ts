import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';

/** The tables as lib/stacks/data makes them, for emulators without a stack. */
export const CASES_TABLE: CreateTableCommandInput = {
  TableName: 'cases',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'list_key', AttributeType: 'S' },
    { AttributeName: 'list_sort', AttributeType: 'S' },
  ],
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-updated',
      KeySchema: [
        { AttributeName: 'list_key', KeyType: 'HASH' },
        { AttributeName: 'list_sort', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
};

/** Articles, keyed and listed as cases are. */
export const ARTICLES_TABLE: CreateTableCommandInput = { ...CASES_TABLE, TableName: 'articles' };

/** Versions of articles and what is to be done about them; see CASES_TABLE. */
export const ARTICLE_VERSIONS_TABLE: CreateTableCommandInput = {
  TableName: 'article-versions',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: ['pk', 'sk', 'review_key', 'review_rank', 'tend_key', 'tend_at'].map(
    (AttributeName) => ({ AttributeName, AttributeType: 'S' }),
  ),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-review',
      KeySchema: [
        { AttributeName: 'review_key', KeyType: 'HASH' },
        { AttributeName: 'review_rank', KeyType: 'RANGE' },
      ],
      Projection: {
        ProjectionType: 'INCLUDE',
        NonKeyAttributes: ['review_reasons', 'review_category'],
      },
    },
    {
      IndexName: 'by-tending',
      KeySchema: [
        { AttributeName: 'tend_key', KeyType: 'HASH' },
        { AttributeName: 'tend_at', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['version', 'review_since'] },
    },
  ],
};

/** Imports with their segments, outcomes and rejections; see CASES_TABLE. */
export const IMPORTS_TABLE: CreateTableCommandInput = {
  TableName: 'imports',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
    { AttributeName: 'list_key', AttributeType: 'S' },
    { AttributeName: 'list_sort', AttributeType: 'S' },
    { AttributeName: 'active_key', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-created',
      KeySchema: [
        { AttributeName: 'list_key', KeyType: 'HASH' },
        { AttributeName: 'list_sort', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
    {
      IndexName: 'active',
      KeySchema: [
        { AttributeName: 'active_key', KeyType: 'HASH' },
        { AttributeName: 'list_sort', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
};

/** Principals by the subject of their tokens; see CASES_TABLE. */
export const PRINCIPALS_TABLE: CreateTableCommandInput = {
  TableName: 'principals',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [{ AttributeName: 'subject', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'subject', KeyType: 'HASH' }],
};

/** Statistics of searches and what people say about results; see CASES_TABLE. */
export const SEARCH_STATS_TABLE: CreateTableCommandInput = {
  TableName: 'search-stats',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
};

/** Idempotency keys; see CASES_TABLE. */
export const IDEMPOTENCY_TABLE: CreateTableCommandInput = {
  TableName: 'idempotency',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
};

/** Vectors by the hash of their text; see CASES_TABLE. */
export const EMBEDDINGS_TABLE: CreateTableCommandInput = {
  ...SEARCH_STATS_TABLE,
  TableName: 'embeddings',
};

/** Generations of the index, lanes of rebuilds and tenants; see CASES_TABLE. */
export const SEARCH_GENERATIONS_TABLE: CreateTableCommandInput = {
  ...SEARCH_STATS_TABLE,
  TableName: 'search-generations',
};

/** Jobs, their runs and the results of health checks; see CASES_TABLE. */
export const JOBS_TABLE: CreateTableCommandInput = {
  TableName: 'jobs',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
    { AttributeName: 'list_key', AttributeType: 'S' },
    { AttributeName: 'list_sort', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'by-started',
      KeySchema: [
        { AttributeName: 'list_key', KeyType: 'HASH' },
        { AttributeName: 'list_sort', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
};

/** Breakers; see CASES_TABLE. */
export const BREAKERS_TABLE: CreateTableCommandInput = { ...IDEMPOTENCY_TABLE, TableName: 'breakers' };

/** Cursors of the case sync, and products; see CASES_TABLE. */
export const SOURCE_TABLE: CreateTableCommandInput = { ...SEARCH_STATS_TABLE, TableName: 'source' };

/** Patterns and the places of cases; see CASES_TABLE. */
export const PATTERNS_TABLE: CreateTableCommandInput = { ...SEARCH_STATS_TABLE, TableName: 'patterns' };

/** What the making of knowledge may cost, and what it did; see CASES_TABLE. */
export const BUDGETS_TABLE: CreateTableCommandInput = { ...SEARCH_STATS_TABLE, TableName: 'budgets' };

/** Links of articles, their ties and the books; see CASES_TABLE. */
export const ARTICLE_LINKS_TABLE: CreateTableCommandInput = {
  ...SEARCH_STATS_TABLE,
  TableName: 'article-links',
};
