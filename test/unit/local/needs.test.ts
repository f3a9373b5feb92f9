import { describe, expect, it } from 'vitest';
import { cloudwatchNeeds } from '#local/iam/cloudwatch-needs.ts';
import { dynamodbNeeds } from '#local/iam/dynamodb-needs.ts';
import { s3Needs } from '#local/iam/s3-needs.ts';
import { sqsNeeds } from '#local/iam/sqs-needs.ts';

const PLACE = { region: 'us-east-1', accountId: '000000000000' };
const table = (name: string) => `arn:aws:dynamodb:us-east-1:000000000000:table/${name}`;

describe('cloudwatchNeeds', () => {
  it('wants the right to read metrics, which is for all of them, and knows no other operation', () => {
    expect(cloudwatchNeeds('GetMetricData')).toEqual([{ action: 'cloudwatch:GetMetricData', resource: '*' }]);
    expect(cloudwatchNeeds('PutMetricData')).toBeUndefined();
  });
});

describe('dynamodbNeeds', () => {
  it.each([
    ['GetItem', { TableName: 'cases' }, [['GetItem', table('cases')]]],
    ['Query', { TableName: 'cases' }, [['Query', table('cases')]]],
    ['Query', { TableName: 'cases', IndexName: 'by-x' }, [['Query', `${table('cases')}/index/by-x`]]],
    ['DeleteItem', { TableName: table('cases') }, [['DeleteItem', table('cases')]]],
    [
      'BatchGetItem',
      { RequestItems: { a: {}, b: {} } },
      [
        ['BatchGetItem', table('a')],
        ['BatchGetItem', table('b')],
      ],
    ],
    [
      'TransactWriteItems',
      {
        TransactItems: [
          { Put: { TableName: 'a' } },
          { Update: { TableName: 'b' } },
          { Delete: { TableName: 'c' } },
          { ConditionCheck: { TableName: 'd' } },
        ],
      },
      [
        ['PutItem', table('a')],
        ['UpdateItem', table('b')],
        ['DeleteItem', table('c')],
        ['ConditionCheckItem', table('d')],
      ],
    ],
  ])('%s of %j', (operation, body, needs) => {
    expect(dynamodbNeeds(operation, body, PLACE)).toEqual(
      needs.map(([action, resource]) => ({ action: `dynamodb:${action}`, resource })),
    );
  });

  it('knows no rights of an operation that it does not know', () => {
    expect(dynamodbNeeds('ExecuteStatement', {}, PLACE)).toBeUndefined();
  });
});

describe('sqsNeeds', () => {
  const body = { QueueUrl: 'http://127.0.0.1:1/000000000000/q' };

  it.each([
    ['SendMessage', 'SendMessage'],
    ['SendMessageBatch', 'SendMessage'],
    ['DeleteMessageBatch', 'DeleteMessage'],
    ['GetQueueAttributes', 'GetQueueAttributes'],
  ])('%s needs %s', (operation, action) => {
    expect(sqsNeeds(operation, body, PLACE)).toEqual([
      { action: `sqs:${action}`, resource: 'arn:aws:sqs:us-east-1:000000000000:q' },
    ]);
  });

  it('knows no rights of an operation that it does not know', () => {
    expect(sqsNeeds('CreateQueue', { QueueName: 'q' }, PLACE)).toBeUndefined();
  });
});

describe('s3Needs', () => {
  const request = (method: string, target: string, headers: Record<string, string> = {}) => {
    const { pathname, searchParams } = new URL(`http://s3/${target}`);
    const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/.exec(pathname)!;
    return { method, path: pathname, query: searchParams, headers, bucket, key };
  };

  it.each([
    ['GET', 'b/k', ['GetObject']],
    ['HEAD', 'b/k', ['GetObject']],
    ['PUT', 'b/k', ['PutObject']],
    ['DELETE', 'b/k', ['DeleteObject']],
    ['POST', 'b/k?uploads', ['PutObject']],
    ['PUT', 'b/k?uploadId=1&partNumber=1', ['PutObject']],
    ['DELETE', 'b/k?uploadId=1', ['AbortMultipartUpload']],
  ])('%s %s', (method, target, actions) => {
    expect(s3Needs(request(method, target))).toEqual(
      actions.map((action) => ({ action: `s3:${action}`, resource: 'arn:aws:s3:::b/k' })),
    );
  });

  it('needs the source too when an object is copied', () => {
    expect(s3Needs(request('PUT', 'b/k', { 'x-amz-copy-source': '/a/%6B' }))).toEqual([
      { action: 's3:PutObject', resource: 'arn:aws:s3:::b/k' },
      { action: 's3:GetObject', resource: 'arn:aws:s3:::a/k' },
    ]);
  });

  it('lists a bucket', () => {
    expect(s3Needs(request('GET', 'b?list-type=2&prefix=x'))).toEqual([
      { action: 's3:ListBucket', resource: 'arn:aws:s3:::b' },
    ]);
  });

  it.each([
    ['GET', 'b?policy'],
    ['POST', 'b?delete'],
    ['POST', 'b/k?restore'],
    ['GET', 'b/k?acl'],
  ])('knows no rights of %s %s', (method, target) => {
    expect(s3Needs(request(method, target))).toBeUndefined();
  });
});
