import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { createIam } from '#local/iam/create-iam.ts';
import { startFronts } from '#local/iam/start-fronts.ts';

const ACCOUNT = '000000000000';
const ROLE = { arn: `arn:aws:iam::${ACCOUNT}:role/reader`, name: 'reader', managedPolicies: [] };
const TABLE = `arn:aws:dynamodb:us-east-1:${ACCOUNT}:table/cases`;
const reads = (effect = 'Allow') => ({
  role: 'reader',
  name: `reads-${effect}`,
  document: {
    Version: '2012-10-17',
    Statement: [{ Effect: effect, Action: 'dynamodb:GetItem', Resource: TABLE }],
  },
});
const get = { action: 'dynamodb:GetItem', resource: TABLE };

const anIam = () => {
  const log: string[] = [];
  const services = { accessKeyId: 'local', secretAccessKey: 'secret' };
  const iam = createIam({ accountId: ACCOUNT, services, log: (_, line) => log.push(line) });
  iam.addRole(ROLE);
  return { iam, log };
};

describe('the roles', () => {
  it('allow what a policy names, and nothing else, in the words of AWS', async () => {
    const { iam, log } = anIam();
    iam.putPolicy(reads());
    const reader = iam.callerOf(iam.employ('f', ROLE.arn).accessKeyId)!;

    expect(await iam.refusal(reader, [get, get])).toBeUndefined();
    expect(log).toEqual([]);
    const refused = await iam.refusal(reader, [get, { ...get, action: 'dynamodb:PutItem' }]);

    expect(refused?.message).toBe(
      `User: arn:aws:sts::${ACCOUNT}:assumed-role/reader/laptop is not authorized to perform: dynamodb:PutItem on resource: ${TABLE} because no identity-based policy allows the dynamodb:PutItem action`,
    );
    expect(log).toEqual([refused?.message]);
  });

  it('forget a verdict when a policy changes; a denial wins', async () => {
    const { iam } = anIam();
    iam.putPolicy(reads());
    iam.employ('f', ROLE.arn);
    expect(await iam.refusalOf('f', [get])).toBeUndefined();

    iam.putPolicy(reads('Deny'));

    expect((await iam.refusalOf('f', [get]))?.message).toContain('with an explicit deny');
  });

  it('take signs of patterns in the key of an object as they are', async () => {
    const { iam } = anIam();
    const document = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/mine/*' }],
    };
    iam.putPolicy({ role: 'reader', name: 'objects', document });
    iam.employ('f', ROLE.arn);
    const object = (key: string) => [{ action: 's3:GetObject', resource: `arn:aws:s3:::b/${key}` }];

    expect(await iam.refusalOf('f', object('mine/a*b?${c}'))).toBeUndefined();
    expect(await iam.refusalOf('f', object('*'))).toBeDefined();
  });

  it('refuse what cannot be evaluated here', () => {
    const { iam } = anIam();
    const conditional = reads();
    Object.assign(conditional.document.Statement[0]!, { Condition: { Bool: { 'aws:x': 'true' } } });

    expect(() => iam.putPolicy(conditional)).toThrow('cannot evaluate');
    expect(() => iam.putPolicy({ ...reads(), role: 'nobody' })).toThrow('not in the assembly');
    expect(() => iam.employ('f', 'arn:aws:iam::1:role/nobody')).toThrow('not in the assembly');
    iam.addRole({ ...ROLE, managedPolicies: ['arn:aws:iam::aws:policy/AdministratorAccess'] });
    expect(() => iam.employ('f', ROLE.arn)).toThrow('known only to the cloud');
  });
});

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** Fronts before a service that notes what reaches it and answers `{}`. */
const fronts = async () => {
  const reached: { target: unknown; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      reached.push({ target: request.headers['x-amz-target'], body });
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const behind = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const { iam } = anIam();
  iam.putPolicy(reads());
  const place = { region: 'us-east-1', accountId: ACCOUNT, now: () => new Date() };
  const running = await startFronts({
    ...place,
    iam,
    services: { dynamodb: behind, sqs: behind, cloudwatch: behind, sfn: behind },
  });
  stops.push(
    async () => running.stop(),
    async () => server.close(),
  );
  const settings = { region: 'us-east-1', credentials: iam.employ('f', ROLE.arn), maxAttempts: 1 };
  return { endpoints: running.endpoints, reached, settings };
};

describe('the fronts', () => {
  const Key = { pk: { S: 'a' } };

  it('let pass what the role may do', async () => {
    const { endpoints, reached, settings } = await fronts();
    const dynamodb = new DynamoDBClient({ ...settings, endpoint: endpoints.dynamodb });

    await dynamodb.send(new GetItemCommand({ TableName: 'cases', Key }));

    expect(reached.map(({ target, body }) => [target, JSON.parse(body)])).toEqual([
      ['DynamoDB_20120810.GetItem', { Key, TableName: 'cases' }],
    ]);
  });

  it('refuse the rest as each service does, and nothing reaches it', async () => {
    const { endpoints, reached, settings } = await fronts();
    const dynamodb = new DynamoDBClient({ ...settings, endpoint: endpoints.dynamodb });
    const sqs = new SQSClient({ ...settings, endpoint: endpoints.sqs });
    const cloudwatch = new CloudWatchClient({ ...settings, endpoint: endpoints.cloudwatch });
    const metrics = { MetricDataQueries: [], StartTime: new Date(0), EndTime: new Date(60_000) };
    const message = { QueueUrl: `${endpoints.sqs}/${ACCOUNT}/q`, MessageBody: 'x' };

    await expect(dynamodb.send(new PutItemCommand({ TableName: 'cases', Item: Key }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('not authorized to perform: dynamodb:PutItem'),
      $metadata: { httpStatusCode: 400 },
    });
    await expect(sqs.send(new SendMessageCommand(message))).rejects.toMatchObject({
      message: expect.stringContaining('not authorized to perform: sqs:SendMessage'),
      $metadata: { httpStatusCode: 403 },
    });
    await expect(cloudwatch.send(new GetMetricDataCommand(metrics))).rejects.toMatchObject({
      message: expect.stringContaining('not authorized to perform: cloudwatch:GetMetricData'),
      $metadata: { httpStatusCode: 403 },
    });
    expect(reached).toEqual([]);
  });

  it.each([
    [{ accessKeyId: 'reader', secretAccessKey: 'guessed' }, 'InvalidSignatureException'],
    [{ accessKeyId: 'writer', secretAccessKey: 'guessed' }, 'UnrecognizedClientException'],
  ])('believe nobody without the secret: %j', async (credentials, name) => {
    const { endpoints, reached, settings } = await fronts();
    const dynamodb = new DynamoDBClient({ ...settings, credentials, endpoint: endpoints.dynamodb });

    await expect(dynamodb.send(new GetItemCommand({ TableName: 'cases', Key }))).rejects.toMatchObject({
      name,
    });
    expect(reached).toEqual([]);
  });
});
