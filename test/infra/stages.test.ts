import { describe, expect, it } from 'vitest';
import { local } from '#config/local.ts';
import { prod } from '#config/prod.ts';
import { Settings } from '#config/schema.ts';
import { chooseStages } from '#lib/choose-stages.ts';
import { everyStage } from './assembly.ts';

describe.each(everyStage)('stage $name', ({ stacks, resources, settings }) => {
  it('has its six stacks, and one more where a case database is followed', () => {
    expect(stacks.map(({ name }) => name).sort()).toEqual([
      'api',
      'data',
      'jobs',
      'observability',
      'pipeline',
      'search',
      ...(settings.caseSource ? ['source'] : []),
    ]);
  });

  it('holds no custom resource and no function of the CDK', () => {
    expect(
      resources.filter(
        ({ Type }) => Type.startsWith('Custom::') || Type === 'AWS::CloudFormation::CustomResource',
      ),
    ).toEqual([]);
    expect(JSON.stringify(resources)).not.toMatch(
      /CustomResourceProvider|python3|ServiceToken|PackageType":"Image/,
    );
  });

  it('asks a laptop alone for its address and where its index is', () => {
    expect(stacks.flatMap(({ template }) => Object.keys(template.Parameters)).sort()).toEqual(
      settings.form === 'laptop' ? ['CaseDatabaseUrl', 'PublicUrl', 'SearchUrl'] : [],
    );
  });
});

describe('settings', () => {
  it('refuse demo principals in the cloud', () => {
    const wrong = { ...prod, identity: { ...prod.identity, demo: local.identity.demo } };

    expect(Settings.safeParse(wrong).error?.message).toContain('demo principals are for a laptop only');
  });

  it('refuse a capacity that a NextGen group does not know', () => {
    const capacity = { minIndexing: 0, maxIndexing: 6, minSearch: 0, maxSearch: 4 };

    expect(
      Settings.safeParse({ ...prod, search: { engine: 'opensearch', compression: '1x', capacity } }).success,
    ).toBe(false);
  });

  it('refuse what they do not know', () => {
    expect(Settings.safeParse({ ...prod, colour: 'blue' }).success).toBe(false);
  });
});

describe('chooseStages', () => {
  it('takes the cloud when nobody names a stage', () => {
    expect(chooseStages(undefined)).toEqual(['dev', 'prod']);
  });

  it('takes the stage that is named', () => {
    expect(chooseStages('local')).toEqual(['local']);
  });

  it('refuses a stage that does not exist', () => {
    expect(() => chooseStages('staging')).toThrow('Invalid option');
  });
});
