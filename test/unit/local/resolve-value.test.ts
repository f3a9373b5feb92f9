import { describe, expect, it } from 'vitest';
import { NO_VALUE, resolveValue, type Scope } from '#local/assembly/resolve-value.ts';
import { StartRefusal } from '#local/start-refusal.ts';

const setup = () => {
  const scope: Scope = {
    ref: (name) =>
      ({ 'AWS::Region': 'us-east-1', 'AWS::NoValue': NO_VALUE, Queue: 'http://q', List: ['a', 'b'] })[name],
    attribute: (logicalId, name) => (logicalId === 'Queue' && name === 'Arn' ? 'arn:q' : undefined),
    exported: (name) => (name === 'data:Table' ? 'cases' : undefined),
    output: (stack, name) => (stack === 'data' && name === 'Table' ? 'cases' : undefined),
    condition: (name) => ({ Yes: true, No: false })[name],
    mapping: (map, top, second) => (`${map}.${top}.${second}` === 'Sizes.us-east-1.small' ? 4 : undefined),
  };
  return (value: unknown) => resolveValue(value, scope, 'stack/Thing');
};

describe('resolveValue', () => {
  it.each([
    [{ Ref: 'Queue' }, 'http://q'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:q'],
    [{ 'Fn::GetAtt': 'Queue.Arn' }, 'arn:q'],
    [{ 'Fn::ImportValue': 'data:Table' }, 'cases'],
    [{ 'Fn::GetStackOutput': { StackName: 'data', Region: 'us-east-1', OutputName: 'Table' } }, 'cases'],
    [{ 'Fn::Join': ['', ['sqs:', { Ref: 'AWS::Region' }, ':', 7]] }, 'sqs:us-east-1:7'],
    [{ 'Fn::Join': ['-', { Ref: 'List' }] }, 'a-b'],
    [{ 'Fn::Split': ['/', 'a/b'] }, ['a', 'b']],
    [{ 'Fn::Select': ['1', { 'Fn::Split': ['/', 'a/b'] }] }, 'b'],
    [{ 'Fn::Sub': '${AWS::Region}:${Queue.Arn}:${!Literal}' }, 'us-east-1:arn:q:${Literal}'],
    [{ 'Fn::Sub': ['${One}-${Queue}', { One: { Ref: 'AWS::Region' } }] }, 'us-east-1-http://q'],
    [{ 'Fn::If': ['Yes', { Ref: 'Queue' }, 'no'] }, 'http://q'],
    [{ 'Fn::If': ['No', 'yes', 'no'] }, 'no'],
    [{ 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'small'] }, 4],
    [{ 'Fn::Base64': 'abc' }, 'YWJj'],
    [{ A: { Ref: 'AWS::NoValue' }, B: [1, { Ref: 'AWS::NoValue' }, true, null] }, { B: [1, true, null] }],
    [
      { Condition: { StringEquals: { Ref: 'Queue' } }, Other: 1 },
      { Condition: { StringEquals: 'http://q' }, Other: 1 },
    ],
  ])('resolves %j', (value, expected) => {
    expect(setup()(value)).toEqual(expected);
  });

  it.each([
    [{ Name: { Ref: 'Nobody' } }, 'stack/Thing.Name cannot be resolved: Ref Nobody names nothing.'],
    [
      { 'Fn::GetAtt': ['Queue', 'Colour'] },
      'stack/Thing cannot be resolved: Fn::GetAtt Queue.Colour names nothing.',
    ],
    [[{ 'Fn::Cidr': [] }], 'stack/Thing[0] uses Fn::Cidr, which the laptop form does not know.'],
    [
      { 'Fn::Join': ['', [{ Ref: 'List' }]] },
      'stack/Thing cannot be resolved: a text is needed, not ["a","b"].',
    ],
    [
      '{{resolve:ssm:/name}}',
      'stack/Thing holds a dynamic reference, which only the cloud can resolve: {{resolve:ssm:/name}}.',
    ],
  ])('refuses %j in one sentence', (value, sentence) => {
    expect(() => setup()(value)).toThrow(new StartRefusal(sentence));
  });
});
