import { describe, expect, it } from 'vitest';
import { everyStage } from './assembly.ts';

describe.each(everyStage)('event sources of $name', ({ name, ofType, settings }) => {
  const functionName = (id: string) =>
    ofType('AWS::Lambda::Function')
      .find((candidate) => candidate.id === id)!
      .Properties['FunctionName'].replace(`caselore-${name}-`, '');
  const all = ofType('AWS::Lambda::EventSourceMapping').map(({ Properties }) => ({
    worker: functionName(Properties['FunctionName'].Ref),
    mapping: Properties,
  }));
  const mappings = new Map(all.map(({ worker, mapping }) => [worker, mapping]));

  it('feed the seven queue workers, the followers of records and what tends the breakers', () => {
    expect(new Set(mappings.keys())).toEqual(
      new Set([
        'dispatch-segments',
        'project-changes',
        'rebuild-index',
        'repair-projection',
        'rewatch-records',
        'split-upload',
        'tend-breakers',
        'verify-segment',
        'watch-records',
        'write-segment',
      ]),
    );
  });

  it('take partial batch answers', () => {
    for (const { mapping } of all) {
      expect(mapping['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
    }
  });

  it('hold each queue worker to its most concurrent calls', () => {
    for (const [worker, mapping] of mappings) {
      if (['project-changes', 'watch-records', 'tend-breakers'].includes(worker)) continue;
      expect(mapping['ScalingConfig'].MaximumConcurrency).toBe(
        settings.functions[worker as 'write-segment'].maxConcurrency,
      );
      expect(mapping['BatchSize']).toBe(worker === 'repair-projection' ? 10 : 1);
    }
  });

  it.each([
    ['project-changes', /^ProjectionFailures/, settings.stream.windowSeconds],
    ['watch-records', /^WatchFailures/, 2],
  ])(
    'let %s follow the changes of cases and articles as long as the stream keeps them',
    (follower, failures, window) => {
      const streams = all.filter(({ worker }) => worker === follower).map(({ mapping }) => mapping);

      expect(streams.map(({ EventSourceArn }) => streamOf(EventSourceArn))).toEqual([
        expect.stringMatching(/^Cases/),
        expect.stringMatching(/^Articles/),
      ]);
      for (const stream of streams) {
        expect(stream).toMatchObject({
          BatchSize: 200,
          MaximumBatchingWindowInSeconds: window,
          ParallelizationFactor: settings.stream.parallelization,
          StartingPosition: 'TRIM_HORIZON',
          DestinationConfig: {
            OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringMatching(failures), 'Arn'] } },
          },
        });
        for (const bound of [
          'MaximumRetryAttempts',
          'MaximumRecordAgeInSeconds',
          'BisectBatchOnFunctionError',
        ]) {
          expect(stream).not.toHaveProperty(bound);
        }
      }
    },
  );

  it('pause exactly what needs the index or the model, by exactly their names', () => {
    const ids = (workers: readonly string[]) =>
      ofType('AWS::Lambda::EventSourceMapping')
        .filter(({ Properties }) => workers.includes(functionName(Properties['FunctionName'].Ref)))
        .map(({ id }) => id)
        .toSorted();
    const tender = ofType('AWS::Lambda::Function').find(
      ({ Properties }) => Properties['FunctionName'] === `caselore-${name}-tend-breakers`,
    )!;
    const granted = ofType('AWS::IAM::Policy')
      .flatMap(({ Properties }) => Properties['PolicyDocument'].Statement)
      .find(({ Action }) => Action === 'lambda:UpdateEventSourceMapping');
    const named = (value: unknown) => [...new Set(refsOf(value))].toSorted();

    const ofTheIndex = ids([
      'project-changes',
      'repair-projection',
      'verify-segment',
      'rebuild-index',
      'rewatch-records',
    ]);
    expect(named(granted.Resource)).toEqual(ofTheIndex);
    const setting = tender.Properties['Environment'].Variables.MAPPINGS['Fn::Join'][1];
    const border = setting.findIndex((part: unknown) => String(part).includes('external_api'));
    expect(named(setting.slice(0, border))).toEqual(ofTheIndex);
    expect(named(setting.slice(border))).toEqual(ids(['project-changes', 'repair-projection']));
  });

  it('let the functions of the pipeline call each other more than 16 times', () => {
    for (const { Properties } of ofType('AWS::Lambda::Function')) {
      expect(Properties['RecursiveLoop']).toBe('Allow');
    }
  });

  it('route new uploads to their queue and tend imports and breakers every minute', () => {
    const [byEvent, bySchedule, breakers] = ofType('AWS::Events::Rule');

    expect(byEvent!.Properties).toMatchObject({
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { object: { key: [{ prefix: 'uploads/' }] } },
      },
      Targets: [
        {
          Arn: { 'Fn::GetAtt': [expect.stringMatching(/^Uploads/), 'Arn'] },
          DeadLetterConfig: { Arn: { 'Fn::GetAtt': [expect.stringMatching(/^UploadsDeadLetters/), 'Arn'] } },
        },
      ],
    });
    expect(bySchedule!.Properties).toMatchObject({
      ScheduleExpression: 'rate(1 minute)',
      Targets: [{ Arn: { 'Fn::GetAtt': [expect.stringMatching(/^TendImports/), 'Arn'] } }],
    });
    expect(breakers!.Properties).toMatchObject({
      ScheduleExpression: 'rate(1 minute)',
      Targets: [{ Arn: { 'Fn::GetAtt': [expect.stringMatching(/^TendBreakers/), 'Arn'] } }],
    });
  });
});

/** The logical id of the table that a stream's ARN refers to, in another stack. */
const streamOf = (arn: { 'Fn::GetStackOutput': { OutputName: string } }): string =>
  arn['Fn::GetStackOutput'].OutputName.replace(/^PublishOutputFnGetAtt/, '');

/** Logical ids that a value refers to, AWS's own parameters left out. */
const refsOf = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(/"Ref":"(\w+)"/g)].map(([, id]) => id!);
