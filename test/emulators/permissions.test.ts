import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { FunctionName } from '#config/function-name.ts';
import { sourceNeeds } from '#local/event-sources/source-needs.ts';
import { eventually } from '#test/support/eventually.ts';
import { startInProcessStack } from '#test/support/in-process-stack.ts';
import { WORK } from '#test/support/work-of-functions.ts';

type Statement = { Action: string | string[]; Resource: unknown };

const stack = await startInProcessStack();
const { iam } = stack.host;
const asWritten = iam.policies();
const refusals = vi.spyOn(iam, 'refusal');
afterAll(() => stack.stop());
afterEach(() => {
  for (const policy of asWritten) iam.putPolicy(policy);
  refusals.mockClear();
});

const actionsOf = ({ Action }: Statement): string[] => [Action].flat();

/** The laptop form has none of these services, or cannot say what the right is asked for; it is used in the cloud only. */
const NOT_EVALUATED = /^(kms|logs|xray|aoss):|^dynamodb:ListStreams$/;

/** The queue that each of these functions works off. */
const QUEUES: Partial<Record<FunctionName, string>> = {
  'split-upload': 'uploads',
  'dispatch-segments': 'dispatch',
  'rewatch-records': 'rewatch',
  'write-segment': 'segments',
  'repair-projection': 'repairs',
  'verify-segment': 'verification',
  'rebuild-index': 'rebuild',
};

const policyOf = (name: FunctionName) => {
  const role = name.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const policy = asWritten.find((one) => new RegExp(`-${role}(Api)?Role`).test(one.role))!;
  return { ...policy, statements: policy.document.Statement as unknown as Statement[] };
};

const putStatements = (name: FunctionName, statements: readonly Statement[]): void => {
  const policy = policyOf(name);
  iam.putPolicy({ ...policy, document: { ...policy.document, Statement: statements } });
};

/** Functions on streams, and where goes what they could not take. */
const FOLLOWERS: ReadonlySet<FunctionName> = new Set(['project-changes', 'watch-records', 'tend-breakers']);
const FAILURES: Partial<Record<FunctionName, string>> = {
  'project-changes': 'projection-failures',
  'watch-records': 'watch-failures',
};

/** What Lambda polls for a function: a queue, or the stream of each table of records. */
const mappingsOf = (name: FunctionName) => {
  const arn = (queue: string) => `arn:aws:sqs:us-east-1:000000000000:caselore-local-${queue}`;
  const queue = QUEUES[name];
  if (queue) return [{ EventSourceArn: arn(queue) }];
  if (!FOLLOWERS.has(name)) return [];
  return policyOf(name)
    .statements.filter((one) => actionsOf(one).includes('dynamodb:GetRecords'))
    .flatMap(({ Resource }) => [Resource].flat())
    .map((stream) => ({
      EventSourceArn: String(stream),
      ...(FAILURES[name] !== undefined && {
        DestinationConfig: { OnFailure: { Destination: arn(FAILURES[name]) } },
      }),
    }));
};

/** Whether a mapping could not start without this statement. */
const isForPolling = (name: FunctionName, { Action, Resource }: Statement): boolean =>
  mappingsOf(name)
    .flatMap(sourceNeeds)
    .some(
      ({ action, resource }) =>
        [Action].flat().includes(action) &&
        [Resource].flat().some((one) => resource.startsWith(String(one).replace(/\*$/, ''))),
    );

const refusedTo = async (name: FunctionName) => {
  const { role } = policyOf(name);
  const results = await Promise.all(refusals.mock.results.map(({ value }) => value));
  return results.filter(
    (refusal, call) => refusal !== undefined && refusals.mock.calls[call]![0].role?.name === role,
  ) as { action: string; resource: string; message: string }[];
};

/** What a function has printed; a thread writes a moment after its call was refused. */
const logOf = (name: FunctionName): string => {
  const file = join(stack.dataDirectory, `logs/caselore-local-${name}.log`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

let unique = 0;
const work = async (name: FunctionName): Promise<void> => {
  unique += 1;
  await WORK[name].run(stack, await stack.client('demo-admin'), unique);
};

describe.each(FunctionName.options)('the role of %s', (name) => {
  const { statements } = policyOf(name);
  const evaluated = statements.filter((one) => !actionsOf(one).every((action) => NOT_EVALUATED.test(action)));
  const asked = evaluated
    .filter((one) => !isForPolling(name, one))
    .map((statement) => ({
      statement,
      says: `${actionsOf(statement).join(',')} on ${String(statement.Resource)}`,
    }));
  const polling = evaluated
    .filter((one) => isForPolling(name, one))
    .map((statement) => ({
      statement,
      says: `${actionsOf(statement).join(',')} on ${String(statement.Resource)}`,
    }));

  it('lets it do its work', async () => {
    await work(name);

    expect(await refusedTo(name)).toEqual([]);
  });

  it.each(asked)('is refused without $says', async ({ statement }) => {
    const { taken } = WORK[name];
    const rest = statements.filter((one) => one !== statement);
    const takes = taken !== undefined && actionsOf(statement).includes(taken.when);
    const without = (from: readonly Statement[]) =>
      takes ? from.filter((one) => !actionsOf(one).some((action) => taken.actions.includes(action))) : from;
    if (takes && taken.from !== name) putStatements(taken.from, without(policyOf(taken.from).statements));
    putStatements(name, takes && taken.from === name ? without(rest) : rest);

    await work(name);

    const seen = await eventually(async () => {
      const all = (await refusedTo(name)).filter(({ action }) => actionsOf(statement).includes(action));
      if (all.length === 0 && WORK[name].remembers) await work(name);
      const log = logOf(name);
      // A presigned URL is used by somebody else, after the function has ended; an answer to HEAD has no words. Of
      // several calls at once that are refused, a function tells of one.
      return all.find(
        ({ action, message }) =>
          (name === 'imports' && action === 's3:PutObject') ||
          (name === 'tend-imports' && action.startsWith('s3:')) ||
          log.includes(message),
      );
    }, 20);

    expect(seen.message).toContain('is not authorized to perform');
  });

  it.skipIf(polling.length === 0).each(polling)('may not poll without $says', async ({ statement }) => {
    const needs = mappingsOf(name).flatMap(sourceNeeds);
    expect(await iam.refusalOf(`caselore-local-${name}`, needs)).toBeUndefined();
    putStatements(
      name,
      statements.filter((one) => one !== statement),
    );

    const refused = await iam.refusalOf(`caselore-local-${name}`, needs);

    expect(actionsOf(statement)).toContain(refused?.action);
  });
});
