import { describe, expect, it } from 'vitest';
import { everyStage } from './assembly.ts';

describe.each(everyStage)('search analytics of $name', ({ name, ofType }) => {
  const functionId = (short: string) =>
    ofType('AWS::Lambda::Function').find(
      ({ Properties }) => Properties['FunctionName'] === `caselore-${name}-${short}`,
    )!.id;

  it('subscribes the counting function to the searches in the log of the search function', () => {
    const subscriptions = ofType('AWS::Logs::SubscriptionFilter').map(({ Properties }) => Properties);

    expect(subscriptions).toEqual([
      {
        DestinationArn: { 'Fn::GetAtt': [functionId('aggregate-searches'), 'Arn'] },
        FilterPattern: '{ $.message = "SEARCH_COMPLETED" }',
        LogGroupName: { Ref: expect.stringMatching(/^SearchApiLogs/) },
      },
    ]);
  });

  it('lets CloudWatch Logs call it for that log only', () => {
    const permissions = ofType('AWS::Lambda::Permission')
      .map(({ Properties }) => Properties)
      .filter(({ Principal }) => Principal === 'logs.amazonaws.com');

    expect(permissions).toHaveLength(1);
    expect(JSON.stringify(permissions[0]!['FunctionName'])).toContain(functionId('aggregate-searches'));
    expect(JSON.stringify(permissions[0]!['SourceArn'])).toMatch(/SearchApiLogs/);
  });

  it('keeps statistics in a table whose rows expire', () => {
    const table = ofType('AWS::DynamoDB::GlobalTable').find(({ id }) => id.startsWith('SearchStats'))!;

    expect(table.Properties).toMatchObject({
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      TimeToLiveSpecification: { AttributeName: 'expires_at', Enabled: true },
    });
  });
});
