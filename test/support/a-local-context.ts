import type { LocalContext } from '#local/local-context.ts';

/** What a resource of the laptop form is given, without emulators behind it. */
export const aLocalContext = (overrides: Partial<LocalContext> = {}): LocalContext => ({
  dataDirectory: '/data',
  publicUrl: 'http://localhost:8080',
  region: 'us-east-1',
  accountId: '000000000000',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  endpoints: { dynamodb: 'http://127.0.0.1:1', s3: 'http://127.0.0.1:2/_s3', sqs: 'http://127.0.0.1:3' },
  functionEndpoints: {
    dynamodb: 'http://127.0.0.1:4',
    s3: 'http://127.0.0.1:2/_s3',
    sqs: 'http://127.0.0.1:5',
    cloudwatch: 'http://127.0.0.1:6',
    sfn: 'http://127.0.0.1:7',
    lambda: 'http://127.0.0.1:7',
  },
  assetPath: (objectKey) => `/assets/${objectKey}`,
  invoke: async () => ({ ok: true, payload: null }),
  measure: () => undefined,
  publish: async () => undefined,
  seed: 1,
  now: () => new Date('2026-11-22T04:30:00Z'),
  log: () => undefined,
  ...overrides,
});
