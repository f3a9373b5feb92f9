import { describe, expect, it } from 'vitest';
import { everyStage } from './assembly.ts';

const WORK = ['uploads', 'dispatch', 'segments', 'verification', 'repairs', 'rebuild', 'rewatch'];

describe.each(everyStage)('queues of $name', ({ name, ofType, settings }) => {
  const queues = ofType('AWS::SQS::Queue');
  const byName = (short: string) =>
    queues.find(({ Properties }) => Properties['QueueName'] === `caselore-${name}-${short}`)!;
  const alarmed = (id: string, metric: string) =>
    ofType('AWS::CloudWatch::Alarm').some(
      ({ Properties }) =>
        Properties['MetricName'] === metric &&
        Properties['Dimensions'][0].Value['Fn::GetAtt'][0] === id &&
        Properties['AlarmDescription'].startsWith('What users lose: '),
    );

  it('are the seven of the pipeline, each with its dead letters, and the failures of streams', () => {
    const expected = [
      ...WORK,
      ...WORK.map((short) => `${short}-dlq`),
      'projection-failures',
      'watch-failures',
    ];

    expect(queues).toHaveLength(expected.length);
    expect(new Set(queues.map(({ Properties }) => Properties['QueueName']))).toEqual(
      new Set(expected.map((short) => `caselore-${name}-${short}`)),
    );
  });

  it.each(WORK)('%s gives up after five receives into an alarmed dead-letter queue', (short) => {
    const dead = byName(`${short}-dlq`);
    const queue = byName(short);

    expect(queue.Properties['RedrivePolicy']).toEqual({
      deadLetterTargetArn: { 'Fn::GetAtt': [dead.id, 'Arn'] },
      maxReceiveCount: 5,
    });
    expect(alarmed(dead.id, 'ApproximateNumberOfMessagesVisible')).toBe(true);
    expect(alarmed(queue.id, 'ApproximateAgeOfOldestMessage')).toBe(true);
  });

  it('rings at the first failure of the stream', () => {
    expect(alarmed(byName('projection-failures').id, 'ApproximateNumberOfMessagesVisible')).toBe(true);
  });

  it('hide a message for at least six times the timeout of the function that works it off', () => {
    const mappings = ofType('AWS::Lambda::EventSourceMapping');

    for (const queue of WORK.map(byName)) {
      const mapping = mappings.find(
        ({ Properties }) => Properties['EventSourceArn']['Fn::GetAtt']?.[0] === queue.id,
      )!;
      const consumer = ofType('AWS::Lambda::Function').find(
        ({ id }) => id === mapping.Properties['FunctionName'].Ref,
      )!;
      expect(queue.Properties['VisibilityTimeout']).toBeGreaterThanOrEqual(
        6 * consumer.Properties['Timeout'],
      );
    }
    expect(byName('segments').Properties['VisibilityTimeout']).toBe(settings.stage === 'test' ? 12 : 180);
  });

  it('are encrypted and speak TLS only', () => {
    const policies = ofType('AWS::SQS::QueuePolicy');
    for (const queue of queues) {
      expect(queue.Properties['SqsManagedSseEnabled']).toBe(true);
      const statements = policies
        .filter(({ Properties }) => Properties['Queues'].some(({ Ref }: { Ref: string }) => Ref === queue.id))
        .flatMap(({ Properties }) => Properties['PolicyDocument'].Statement);
      expect(statements).toContainEqual(
        expect.objectContaining({
          Effect: 'Deny',
          Action: 'sqs:*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      );
    }
  });
});
