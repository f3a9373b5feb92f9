import { describe, expect, it } from 'vitest';
import { everyStage } from './assembly.ts';

const key = (name: string, type: 'HASH' | 'RANGE') => ({ AttributeName: name, KeyType: type });
const LISTING = [key('list_key', 'HASH'), key('list_sort', 'RANGE')];

describe.each(everyStage)('data of $name', ({ ofType, settings, stacks }) => {
  const table = (prefix: string) =>
    ofType('AWS::DynamoDB::GlobalTable').find(({ id }) => id.startsWith(prefix))!.Properties;

  it.each(['Cases', 'Articles'])(
    'has the table %s, whose keys are streamed and whose tombstones expire',
    (name) => {
      expect(table(name)).toMatchObject({
        KeySchema: [key('pk', 'HASH')],
        GlobalSecondaryIndexes: [
          { IndexName: 'by-updated', KeySchema: LISTING, Projection: { ProjectionType: 'KEYS_ONLY' } },
        ],
        StreamSpecification: { StreamViewType: 'KEYS_ONLY' },
        TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: true },
      });
    },
  );

  it('has the table of imports with its two sparse indexes', () => {
    expect(table('Imports')).toMatchObject({
      KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
      GlobalSecondaryIndexes: [
        { IndexName: 'by-created', KeySchema: LISTING, Projection: { ProjectionType: 'ALL' } },
        {
          IndexName: 'active',
          KeySchema: [key('active_key', 'HASH'), key('list_sort', 'RANGE')],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    });
    expect(table('Imports')['StreamSpecification']).toBeUndefined();
  });

  it('has the table of versions of articles, with the queue of reviews and what is to be tended', () => {
    expect(table('ArticleVersions')).toMatchObject({
      KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
      GlobalSecondaryIndexes: [
        { IndexName: 'by-review', KeySchema: [key('review_key', 'HASH'), key('review_rank', 'RANGE')] },
        { IndexName: 'by-tending', KeySchema: [key('tend_key', 'HASH'), key('tend_at', 'RANGE')] },
      ],
      TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: true },
    });
    expect(table('ArticleVersions')['StreamSpecification']).toBeUndefined();
  });

  it('has the table of what is known of a case database, whose lost products expire', () => {
    expect(table('Source')).toMatchObject({
      KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
      TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: true },
    });
  });

  it('has the table of patterns, whose lost rows expire', () => {
    expect(table('Patterns')).toMatchObject({
      KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
      TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: true },
    });
  });

  it('has the table of principals', () => {
    expect(table('Principals')['KeySchema']).toEqual([key('subject', 'HASH')]);
  });

  it('has the table of idempotency keys, whose answers expire', () => {
    expect(table('Idempotency')).toMatchObject({
      KeySchema: [key('pk', 'HASH')],
      TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: true },
    });
  });

  it('has the table of embeddings, which expire', () => {
    expect(table('Embeddings')).toMatchObject({
      KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
      TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: true },
    });
  });

  it('has the table of generations, whose rebuilds expire and where a laptop knows its tenants', () => {
    expect(table('SearchGenerations')).toMatchObject({
      KeySchema: [key('pk', 'HASH'), key('sk', 'RANGE')],
      TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: true },
    });
    const seed = ofType('AWS::DynamoDB::GlobalTable').find(({ id }) => id.startsWith('SearchGenerations'))!
      .Metadata?.['caselore:seed'];
    expect(seed).toEqual(
      settings.form === 'laptop'
        ? ['demo', 'other'].map((tenant) => ({ pk: 'tenants', sk: tenant }))
        : undefined,
    );
  });

  it('pays tables by request, recovers them to any second unless derived, and encrypts them by our key', () => {
    expect(ofType('AWS::DynamoDB::GlobalTable')).toHaveLength(15);
    for (const { id, Properties } of ofType('AWS::DynamoDB::GlobalTable')) {
      expect(Properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        Replicas: [
          {
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: !id.startsWith('Embeddings') },
            SSESpecification: { KMSMasterKeyId: { 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] } },
            DeletionProtectionEnabled: settings.protect,
          },
        ],
      });
    }
  });

  it('keeps buckets private, encrypted by our key and reached by TLS only', () => {
    const buckets = ofType('AWS::S3::Bucket');
    const denials = ofType('AWS::S3::BucketPolicy').map(({ Properties }) =>
      JSON.stringify(Properties['PolicyDocument']),
    );

    expect(buckets).toHaveLength(3);
    for (const { Properties } of buckets) {
      expect(Properties['PublicAccessBlockConfiguration']).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(JSON.stringify(Properties['BucketEncryption'])).toContain('"SSEAlgorithm":"aws:kms"');
    }
    expect(denials).toHaveLength(3);
    for (const denial of denials) expect(denial).toContain('"aws:SecureTransport":"false"');
  });

  it('keeps uploads and segments for 7 days and announces them, texts for good', () => {
    const bucket = (prefix: string) =>
      ofType('AWS::S3::Bucket').find(({ id }) => id.startsWith(prefix))!.Properties;
    const days = (prefix: string) => bucket(prefix)['LifecycleConfiguration'].Rules[0].ExpirationInDays;

    expect(days('ImportFiles')).toBe(7);
    expect(days('Content')).toBeUndefined();
    expect(bucket('ImportFiles')['NotificationConfiguration']).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
  });

  it('outlives its stack exactly where the environment is protected', () => {
    const stateful = [
      'AWS::DynamoDB::GlobalTable',
      'AWS::S3::Bucket',
      'AWS::KMS::Key',
      'AWS::Cognito::UserPool',
    ];
    for (const resource of stateful.flatMap(ofType)) {
      expect(resource.stack).toBe('data');
      expect(resource.DeletionPolicy).toBe(settings.protect ? 'Retain' : 'Delete');
    }
    for (const { name, terminationProtection } of stacks) {
      expect(terminationProtection).toBe(settings.protect && ['data', 'search'].includes(name));
    }
    expect(settings.protect).toBe(settings.stage === 'prod');
  });

  it('carries demo principals on a laptop only', () => {
    const seeds = ofType('AWS::DynamoDB::GlobalTable')
      .filter(({ id }) => id.startsWith('Principals'))
      .flatMap(({ Metadata }) => Metadata?.['caselore:seed'] ?? []);
    const clients = ofType('AWS::Cognito::UserPool').flatMap(
      ({ Metadata }) => Metadata?.['caselore:clients'] ?? [],
    );
    const demo = ['demo-admin', 'demo-engineer', 'demo-agent', 'demo-viewer', 'other-admin'];
    const onLaptop = settings.form === 'laptop';

    expect(seeds).toMatchObject(onLaptop ? demo.map((subject) => ({ subject })) : []);
    expect(clients).toEqual(onLaptop ? demo.map((id) => ({ client_id: id, client_secret: id })) : []);
    expect(onLaptop || !JSON.stringify(stacks).includes('demo')).toBe(true);
  });

  it('lets machines fetch tokens in the cloud', () => {
    expect(
      ofType('AWS::Cognito::UserPoolClient').map(({ Properties }) => Properties['AllowedOAuthFlows']),
    ).toEqual(settings.form === 'cloud' ? [['client_credentials']] : []);
  });
});
