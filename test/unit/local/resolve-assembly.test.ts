import { describe, expect, it } from 'vitest';
import type { Assembly } from '#local/assembly/read-assembly.ts';
import { resolveAssembly } from '#local/assembly/resolve-assembly.ts';
import { Template } from '#local/assembly/template.ts';
import type { ResourceType } from '#local/resource-type.ts';
import { aLocalContext } from '#test/support/a-local-context.ts';

const kind = (type: string): ResourceType => ({
  type,
  identify: ({ logicalId }) => ({ ref: `${logicalId}-name`, attributes: { Arn: `arn:${logicalId}` } }),
});

const resolve = (stacks: Record<string, unknown>, parameters: Record<string, string> = {}) => {
  const assembly: Assembly = {
    stacks: Object.entries(stacks).map(([name, template]) => ({ name, template: Template.parse(template) })),
    assets: new Map(),
  };
  return resolveAssembly({
    assembly,
    resourceTypes: ['T::Table', 'T::Function', 'T::Mapping'].map(kind),
    notEmulated: { 'T::Role': 'has no meaning here' },
    context: aLocalContext(),
    parameters,
  }).map((layer) => layer.map(({ resource }) => resource));
};

describe('resolveAssembly', () => {
  it('starts each resource after all that it names, in other stacks too', () => {
    const layers = resolve({
      api: {
        Resources: {
          Mapping: { Type: 'T::Mapping', Properties: { Function: { Ref: 'Function' } } },
          Function: {
            Type: 'T::Function',
            Properties: {
              Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
              Table: { 'Fn::GetStackOutput': { StackName: 'data', OutputName: 'TableName' } },
            },
          },
          Last: { Type: 'T::Function', DependsOn: 'Mapping' },
          Role: { Type: 'T::Role' },
        },
      },
      data: {
        Resources: { Table: { Type: 'T::Table' } },
        Outputs: { TableName: { Value: { Ref: 'Table' } } },
      },
    });

    expect(layers.map((layer) => layer.map(({ logicalId }) => logicalId))).toEqual([
      ['Table'],
      ['Function'],
      ['Mapping'],
      ['Last'],
    ]);
    expect(layers[1]?.[0]?.properties).toEqual({
      Role: 'arn:aws:role:us-east-1:000000000000:api-Role',
      Table: 'Table-name',
    });
  });

  it('follows exports by name', () => {
    const [[table], [user]] = resolve({
      api: {
        Resources: { User: { Type: 'T::Function', Properties: { Table: { 'Fn::ImportValue': 'data:T' } } } },
      },
      data: {
        Resources: { Table: { Type: 'T::Table' } },
        Outputs: { T: { Value: { Ref: 'Table' }, Export: { Name: 'data:T' } } },
      },
    }) as any;

    expect([table.logicalId, user.properties]).toEqual(['Table', { Table: 'Table-name' }]);
  });

  it('gives parameters their value, or their default', () => {
    const [[first]] = resolve(
      {
        search: {
          Parameters: {
            Directory: { Type: 'String', Default: '/mnt' },
            Size: { Type: 'Number', Default: 3 },
          },
          Resources: {
            Thing: { Type: 'T::Table', Properties: { In: { Ref: 'Directory' }, Size: { Ref: 'Size' } } },
          },
        },
      },
      { Directory: '/data' },
    ) as any;

    expect(first.properties).toEqual({ In: '/data', Size: 3 });
  });

  it('leaves out what a condition leaves out', () => {
    const layers = resolve({
      data: {
        Conditions: {
          Here: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] },
          There: { 'Fn::Not': [{ Condition: 'Here' }] },
          Either: { 'Fn::Or': [{ Condition: 'There' }, { Condition: 'Here' }] },
          Both: { 'Fn::And': [{ Condition: 'There' }, { Condition: 'Here' }] },
        },
        Resources: {
          One: { Type: 'T::Table', Condition: 'Either' },
          Two: { Type: 'T::Table', Condition: 'Both' },
          Three: { Type: 'Unknown::InTheCloudOnly', Condition: 'There' },
        },
      },
    });

    expect(layers.flat().map(({ logicalId }) => logicalId)).toEqual(['One']);
  });

  it('refuses an unknown type, naming type and logical id', () => {
    const template = { Resources: { Cluster: { Type: 'AWS::EKS::Cluster' } } };

    expect(() => resolve({ api: template })).toThrow(
      'The laptop form does not know the resource type AWS::EKS::Cluster of Cluster in stack api; add it under local/resources/ or, with a reason, to local/not-emulated.ts.',
    );
  });

  it('refuses a circle', () => {
    const template = {
      Resources: {
        A: { Type: 'T::Table', DependsOn: ['B'] },
        B: { Type: 'T::Table', Properties: { Of: { Ref: 'A' } } },
      },
    };

    expect(() => resolve({ data: template })).toThrow(
      'Resources need each other in a circle: data/A -> data/B -> data/A.',
    );
  });
});
