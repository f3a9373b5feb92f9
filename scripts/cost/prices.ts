/** One price of AWS, without free tiers and volume discounts. */
export type Price = {
  readonly usd: number;
  readonly per: string;
  /** Where it was read. */
  readonly source: string;
  /** Nobody has seen it in a source that names region and unit. */
  readonly estimated?: true;
};

/** The region and the month of the prices; a calculation for another region is off by as much as they differ. */
export const PRICED = { region: 'us-east-1', read: '2026-11' } as const;

const LAMBDA = 'https://cloudchipr.com/blog/aws-lambda-pricing';
const DYNAMODB = 'https://airbyte.com/data-engineering-resources/dynamodb-pricing';
const WAF = 'https://c3x.dev/blog/aws-waf-cost-explained/';
const GATEWAY = 'https://awsforengineers.com/blog/aws-api-gateway-pricing-explained';
const SQS = 'https://cloudburn.io/blog/amazon-sqs-pricing';
const CLOUDWATCH =
  'https://www.factualminds.com/blog/amazon-cloudwatch-pricing-metrics-logs-alarms-dashboards/';
const S3 = 'https://devnotes.tech/understanding-aws-s3-pricing-a-complete-cost-breakdown-with-examples';

const MILLION = 1e-6;

/** Every price that the calculation uses. */
export const PRICES = {
  lambdaRequest: { usd: 0.2 * MILLION, per: 'invocation', source: LAMBDA },
  lambdaGbSecond: { usd: 0.0000133334, per: 'GB-second, arm64', source: LAMBDA },
  dynamodbWrite: { usd: 0.625 * MILLION, per: 'write request unit', source: DYNAMODB },
  dynamodbRead: { usd: 0.125 * MILLION, per: 'read request unit', source: DYNAMODB },
  dynamodbStorage: {
    usd: 0.25 + 0.2,
    per: 'GB-month with point-in-time recovery',
    source: 'https://aws.amazon.com/dynamodb/pricing/',
    estimated: true,
  },
  apiRequest: { usd: 3.5 * MILLION, per: 'REST request', source: GATEWAY },
  wafAcl: { usd: 5, per: 'web ACL and month', source: WAF },
  wafRule: { usd: 1, per: 'rule or managed group and month', source: WAF },
  wafRequest: { usd: 0.6 * MILLION, per: 'request', source: WAF },
  sqsRequest: { usd: 0.4 * MILLION, per: 'request', source: SQS },
  s3Put: { usd: 0.005 / 1000, per: 'PUT', source: S3 },
  s3Get: { usd: 0.0004 / 1000, per: 'GET', source: S3 },
  s3Storage: { usd: 0.023, per: 'GB-month', source: S3 },
  stateTransition: {
    usd: 25 * MILLION,
    per: 'state transition of a standard workflow',
    source: 'https://aws.amazon.com/step-functions/pricing/',
  },
  logs: { usd: 0.5, per: 'GB ingested', source: CLOUDWATCH },
  dashboard: { usd: 3, per: 'dashboard and month', source: CLOUDWATCH },
  alarm: {
    usd: 0.1,
    per: 'alarm and month',
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
    estimated: true,
  },
  trace: { usd: 5 * MILLION, per: 'trace', source: 'https://aws.amazon.com/xray/pricing/', estimated: true },
  key: { usd: 1, per: 'key and month', source: 'https://aws.amazon.com/kms/pricing/', estimated: true },
  searchUnit: {
    usd: 0.24,
    per: 'OCU-hour; the price of NextGen collections is not published separately',
    source: 'https://aws.amazon.com/opensearch-service/pricing/',
    estimated: true,
  },
  searchStorage: {
    usd: 0.024,
    per: 'GB-month',
    source: 'https://aws.amazon.com/opensearch-service/pricing/',
    estimated: true,
  },
} as const satisfies Record<string, Price>;
