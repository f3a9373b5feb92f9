import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, ProjectionType } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import { AppBucket } from '#lib/constructs/app-bucket.ts';
import { AppTable, type AppTableProps } from '#lib/constructs/app-table.ts';
import { Identity } from '#lib/constructs/identity.ts';
import { AppStack } from './app-stack.ts';

type DataStackProps = { readonly settings: Settings };

const text = (name: string) => ({ name, type: AttributeType.STRING });
const LISTING = { partitionKey: text('list_key'), sortKey: text('list_sort') };

/** What must outlive every deployment: key, tables, buckets, users. */
export class DataStack extends AppStack {
  readonly key: Key;
  readonly cases: AppTable;
  readonly articles: AppTable;
  readonly articleVersions: AppTable;
  readonly articleLinks: AppTable;
  readonly importsTable: AppTable;
  readonly principals: AppTable;
  readonly searchStats: AppTable;
  readonly idempotency: AppTable;
  readonly embeddings: AppTable;
  readonly searchGenerations: AppTable;
  readonly jobs: AppTable;
  readonly breakers: AppTable;
  readonly patterns: AppTable;
  readonly budgets: AppTable;
  readonly source: AppTable;
  readonly importsBucket: AppBucket;
  readonly content: AppBucket;
  readonly knowledgeFiles: AppBucket;
  readonly identity: Identity;

  constructor(scope: Construct, id: string, { settings }: DataStackProps) {
    super(scope, id, { settings, description: 'Caselore: tables, buckets, keys and users', stateful: true });
    this.key = new Key(this, 'Key', {
      description: `Caselore ${settings.stage}: everything at rest`,
      enableKeyRotation: true,
      removalPolicy: settings.protect ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const common = { key: this.key, protect: settings.protect };

    const records: AppTableProps = {
      ...common,
      partitionKey: text('pk'),
      indexes: [{ indexName: 'by-updated', ...LISTING, projectionType: ProjectionType.KEYS_ONLY }],
      streamsKeys: true,
      expiresAt: 'expires_at',
    };
    this.cases = new AppTable(this, 'Cases', records);
    this.articles = new AppTable(this, 'Articles', records);
    // What articles said before, and which of them wait for somebody: the queue of reviews, and what is to be tended.
    this.articleVersions = new AppTable(this, 'ArticleVersions', {
      ...common,
      partitionKey: text('pk'),
      sortKey: text('sk'),
      indexes: [
        {
          indexName: 'by-review',
          partitionKey: text('review_key'),
          sortKey: text('review_rank'),
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: ['review_reasons', 'review_category'],
        },
        {
          indexName: 'by-tending',
          partitionKey: text('tend_key'),
          sortKey: text('tend_at'),
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: ['version', 'review_since'],
        },
      ],
      expiresAt: 'expires_at',
    });
    // Which articles rest on which cases, which people linked to which, and the books of the numbers about knowledge.
    this.articleLinks = new AppTable(this, 'ArticleLinks', {
      ...common,
      partitionKey: text('pk'),
      sortKey: text('sk'),
      expiresAt: 'expires_at',
    });
    this.importsTable = new AppTable(this, 'Imports', {
      ...common,
      partitionKey: text('pk'),
      sortKey: text('sk'),
      indexes: [
        { indexName: 'by-created', ...LISTING, projectionType: ProjectionType.ALL },
        {
          indexName: 'active',
          partitionKey: text('active_key'),
          sortKey: text('list_sort'),
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
    });
    this.idempotency = new AppTable(this, 'Idempotency', {
      ...common,
      partitionKey: text('pk'),
      expiresAt: 'expires_at',
    });
    this.breakers = new AppTable(this, 'Breakers', {
      ...common,
      partitionKey: text('pk'),
      streamsKeys: true,
    });
    this.principals = new AppTable(this, 'Principals', { ...common, partitionKey: text('subject') });
    if (settings.identity.demo) this.principals.seed(settings.identity.demo);

    this.searchStats = new AppTable(this, 'SearchStats', {
      ...common,
      partitionKey: text('pk'),
      sortKey: text('sk'),
      expiresAt: 'expires_at',
    });

    this.embeddings = new AppTable(this, 'Embeddings', {
      ...common,
      partitionKey: text('pk'),
      sortKey: text('sk'),
      expiresAt: 'expires_at',
      derived: true,
    });

    this.searchGenerations = new AppTable(this, 'SearchGenerations', {
      ...common,
      partitionKey: text('pk'),
      sortKey: text('sk'),
      expiresAt: 'expires_at',
    });
    // Laptops may hold records of these from before tenants were registered.
    const demoTenants = new Set(settings.identity.demo?.map(({ tenant }) => tenant));
    if (demoTenants.size > 0) {
      this.searchGenerations.seed([...demoTenants].map((tenant) => ({ pk: 'tenants', sk: tenant })));
    }

    this.jobs = new AppTable(this, 'Jobs', {
      ...common,
      partitionKey: text('pk'),
      sortKey: text('sk'),
      indexes: [{ indexName: 'by-started', ...LISTING, projectionType: ProjectionType.ALL }],
      expiresAt: 'expires_at',
    });

    // What is known of the case database: how far it was followed, and its products.
    this.source = new AppTable(this, 'Source', {
      ...common,
      partitionKey: text('pk'),
      sortKey: text('sk'),
      expiresAt: 'expires_at',
    });

    // Patterns of cases, what became of them, and which case belongs to which.
    this.patterns = new AppTable(this, 'Patterns', {
      ...common,
      partitionKey: text('pk'),
      sortKey: text('sk'),
      expiresAt: 'expires_at',
    });

    // What the making of knowledge may cost, and what it did.
    this.budgets = new AppTable(this, 'Budgets', {
      ...common,
      partitionKey: text('pk'),
      sortKey: text('sk'),
      expiresAt: 'expires_at',
    });

    this.importsBucket = new AppBucket(this, 'ImportFiles', { ...common, keepDays: 7, announces: true });
    this.content = new AppBucket(this, 'Content', common);
    this.knowledgeFiles = new AppBucket(this, 'KnowledgeFiles', {
      ...common,
      keepOnly: { prefix: 'runs/', days: 7 },
    });
    this.identity = new Identity(this, 'Identity', { settings });
  }
}
