import { describe, expect, it } from 'vitest';
import { readSearchUrl } from '#adapters/opensearch/search-url.ts';
import { everyStage } from './assembly.ts';

const inTheCloud = everyStage.filter(({ settings }) => settings.search.engine === 'opensearch');
const onALaptop = everyStage.filter(({ settings }) => settings.search.engine === 'sqlite');

describe.each(inTheCloud)('search index of $name', ({ name, ofType, settings }) => {
  it('is a NextGen group with standby replicas and the capacity of the environment', () => {
    const [group] = ofType('AWS::OpenSearchServerless::CollectionGroup');
    const { capacity } = settings.search as Extract<typeof settings.search, { engine: 'opensearch' }>;

    expect(group!.Properties).toEqual({
      Name: `caselore-${name}`,
      Generation: 'NEXTGEN',
      StandbyReplicas: 'ENABLED',
      CapacityLimits: {
        MinIndexingCapacityInOcu: capacity.minIndexing,
        MaxIndexingCapacityInOcu: capacity.maxIndexing,
        MinSearchCapacityInOcu: capacity.minSearch,
        MaxSearchCapacityInOcu: capacity.maxSearch,
      },
    });
  });

  it('is one vector collection in that group, encrypted by our key', () => {
    const [collection] = ofType('AWS::OpenSearchServerless::Collection');

    expect(collection!.Properties).toMatchObject({
      Name: `caselore-${name}`,
      Type: 'VECTORSEARCH',
      CollectionGroupName: `caselore-${name}`,
      StandbyReplicas: 'ENABLED',
      EncryptionConfig: { KmsKeyArn: expect.anything() },
      DeletionProtection: settings.protect ? 'ENABLED' : 'DISABLED',
    });
    expect(
      ofType('AWS::OpenSearchServerless::SecurityPolicy').map(({ Properties }) => Properties['Type']),
    ).toEqual(['network']);
  });

  it('is spoken to with signatures of its region, by an address that the adapter can read', () => {
    const urls = ofType('AWS::Lambda::Function')
      .map(({ Properties }) => Properties['Environment'].Variables.SEARCH_URL)
      .filter((url) => url !== undefined);

    expect(urls).toHaveLength(14);
    for (const url of urls) {
      const [endpoint, asked] = url['Fn::Join'][1];
      expect(endpoint['Fn::GetStackOutput']).toMatchObject({ StackName: `caselore-${name}-search` });
      const read = readSearchUrl(`https://abc.aoss.us-east-1.on.aws${asked}`);
      expect(read).toMatchObject({ signing: 'aoss', region: 'us-east-1', compression: '1x' });
      expect(read).not.toHaveProperty('engine');
    }
  });

  it('admits eleven functions, four of them to write and one to drop, each by role and by data policy', () => {
    const policies = ofType('AWS::OpenSearchServerless::AccessPolicy').map(({ Properties }) => ({
      name: Properties['Name'].replace(`caselore-${name}-`, ''),
      text: JSON.stringify(Properties['Policy']),
      length: Properties['Name'].length,
    }));
    const writers = policies.filter(({ text }) => text.includes('aoss:WriteDocument'));
    const callers = ofType('AWS::IAM::Policy').filter(({ Properties }) =>
      JSON.stringify(Properties).includes('aoss:APIAccessAll'),
    );

    expect(new Set(policies.map((policy) => policy.name))).toEqual(
      new Set([
        'cases',
        'check-health',
        'health',
        'knowledge',
        'links',
        'project-changes',
        'rebuild-index',
        'repair-projection',
        'rewatch-records',
        'search',
        'tend-breakers',
        'vectorise',
        'verify-segment',
        'watch-records',
      ]),
    );
    expect(new Set(writers.map((policy) => policy.name))).toEqual(
      new Set(['project-changes', 'rebuild-index', 'repair-projection', 'vectorise']),
    );
    expect(policies.filter(({ text }) => text.includes('aoss:DeleteIndex')).map((one) => one.name)).toEqual([
      'rebuild-index',
    ]);
    expect(callers).toHaveLength(policies.length);
    const permissionsOf = ({ text }: { text: string }) => [...new Set(text.match(/aoss:\w+/g))].toSorted();
    for (const policy of policies) {
      expect(permissionsOf(policy)).toEqual(
        writers.includes(policy)
          ? [
              'aoss:CreateIndex',
              ...(policy.name === 'rebuild-index' ? ['aoss:DeleteIndex'] : []),
              'aoss:DescribeIndex',
              'aoss:ReadDocument',
              'aoss:WriteDocument',
            ]
          : ['aoss:ReadDocument'],
      );
      expect(policy.text).toContain(`index/caselore-${name}/*`);
    }
    // OpenSearch Serverless takes names of 3 to 32 characters.
    for (const { length } of policies) expect(length).toBeLessThanOrEqual(32);
  });
});

describe.each(onALaptop)('search index of $name', ({ stacks, ofType }) => {
  it('is where the laptop says, and no resource of OpenSearch', () => {
    const search = stacks.find((stack) => stack.name === 'search')!.template;

    expect(search.Parameters).toMatchObject({
      SearchUrl: { Type: 'String', Default: 'sqlite:/mnt/caselore/search' },
    });
    expect(Object.values(search.Resources).map(({ Type }) => Type)).toEqual([
      'AWS::CloudFormation::WaitConditionHandle',
    ]);
    const urls = ofType('AWS::Lambda::Function')
      .map(({ Properties }) => Properties['Environment'].Variables.SEARCH_URL)
      .filter((url) => url !== undefined);
    expect(urls).toHaveLength(14);
    for (const url of urls) expect(JSON.stringify(url)).toContain('SearchUrl');
  });
});
