import type { Load } from './loads.ts';
import { PRICES } from './prices.ts';
import type { Environment } from './read-environment.ts';

/** One line of the bill: dollars a month by service. */
export type Line = { readonly what: string; readonly usd: number };

const DAYS = 30.4;
const HOURS = 730;
const MINUTES = HOURS * 60;

/** A mapping that waits asks its queue with five long polls of 20 s, Lambda's own number. */
const POLLS_PER_QUEUE = (MINUTES * 60 * 5) / 20;

/** What a case weighs: its row, its row in the index, its passage with a vector. */
const CASE = { kilobytes: 2, indexedKilobytes: 4 } as const;

/** Seconds that one record or one call keeps its function busy: assumed, nothing was timed in the cloud yet. */
const SECONDS = {
  split: 0.001,
  write: 0.01,
  project: 0.01,
  verify: 0.002,
  search: 0.05,
  request: 0.02,
  tend: 0.1,
};

/** Records of one invocation of the functions that work off imports. */
const BATCH = 100;

/** A run of a job: its states, retries left out; each job is reckoned as often as the most frequent one. */
const JOB = { minutes: 15, transitions: 4 } as const;

/** Units that are awake while an index that may sleep is used: one worker indexes, two search. */
const AWAKE_UNITS = 4;

/** The monthly cost of an environment under one load, line by line. */
export const estimate = (environment: Environment, load: Load): readonly Line[] => [
  { what: 'OpenSearch Serverless', usd: searchCost(environment, load) },
  { what: 'DynamoDB', usd: tableCost(load) },
  { what: 'Lambda', usd: functionCost(environment, load) },
  { what: 'API Gateway', usd: calls(load) * PRICES.apiRequest.usd },
  { what: 'WAF', usd: firewallCost(environment, load) },
  { what: 'Step Functions', usd: jobRuns(environment) * JOB.transitions * PRICES.stateTransition.usd },
  { what: 'SQS', usd: queueCost(environment, load) },
  { what: 'S3', usd: bucketCost(load) },
  { what: 'CloudWatch and X-Ray', usd: watchingCost(environment, load) },
  { what: 'KMS', usd: environment.count('AWS::KMS::Key') * PRICES.key.usd },
];

const calls = ({ searches, requests }: Load): number => (searches + requests) * DAYS;

const jobRuns = (environment: Environment): number =>
  (environment.count('AWS::Scheduler::Schedule') * MINUTES) / JOB.minutes;

const searchCost = ({ minimumUnits }: Environment, { activeHours, cases }: Load): number => {
  if (minimumUnits === undefined) return 0;
  const active = activeHours * DAYS * Math.max(minimumUnits, AWAKE_UNITS);
  const quiet = (HOURS - activeHours * DAYS) * minimumUnits;
  const storage = ((cases * CASE.indexedKilobytes) / 1e6) * PRICES.searchStorage.usd;
  return (active + quiet) * PRICES.searchUnit.usd + storage;
};

/** A transaction writes each kilobyte twice; the row's line in the list index and its reading back are added. */
const tableCost = ({ records, cases, searches, requests }: Load): number => {
  const writes = records * DAYS * (2 * CASE.kilobytes + 2);
  const reads = records * DAYS * 3 + searches * DAYS * 10 + requests * DAYS;
  const storage = ((cases * CASE.kilobytes) / 1e6) * PRICES.dynamodbStorage.usd;
  return writes * PRICES.dynamodbWrite.usd + reads * PRICES.dynamodbRead.usd + storage;
};

const functionCost = (environment: Environment, { records, searches, requests }: Load): number => {
  const work: readonly (readonly [name: string, invocations: number, seconds: number])[] = [
    ['tend-imports', MINUTES, SECONDS.tend],
    ['start-job', jobRuns(environment), SECONDS.tend],
    ['record-run', 2 * jobRuns(environment), SECONDS.tend],
    ['split-upload', (records * DAYS) / BATCH, SECONDS.split * BATCH],
    ['dispatch-segments', (records * DAYS) / BATCH, SECONDS.request],
    ['write-segment', (records * DAYS) / BATCH, SECONDS.write * BATCH],
    ['project-changes', (records * DAYS) / BATCH, SECONDS.project * BATCH],
    ['verify-segment', (records * DAYS) / BATCH, SECONDS.verify * BATCH],
    ['search', searches * DAYS, SECONDS.search],
    ['cases', requests * DAYS, SECONDS.request],
    // The gateway keeps an answer for a minute; a tenth of the requests is the first of its caller.
    ['authorise', ((searches + requests) * DAYS) / 10, SECONDS.request],
  ];
  return work.reduce(
    (sum, [name, invocations, seconds]) =>
      sum +
      invocations * PRICES.lambdaRequest.usd +
      invocations * seconds * environment.gigabytes(name) * PRICES.lambdaGbSecond.usd,
    0,
  );
};

const firewallCost = (environment: Environment, load: Load): number =>
  environment.count('AWS::WAFv2::WebACL') * PRICES.wafAcl.usd +
  environment.firewallRules * PRICES.wafRule.usd +
  calls(load) * PRICES.wafRequest.usd;

/** A segment passes three queues, each with a sending, a receipt and a deletion. */
const queueCost = (environment: Environment, { records }: Load): number => {
  const streams = 1;
  const mappings = environment.count('AWS::Lambda::EventSourceMapping') - streams;
  return (mappings * POLLS_PER_QUEUE + ((records * DAYS) / BATCH) * 9) * PRICES.sqsRequest.usd;
};

/** Uploads and segments are kept a week, both of the size of the records. */
const bucketCost = ({ records }: Load): number => {
  const segments = (records * DAYS) / BATCH;
  const gigabytes = (records * 7 * CASE.kilobytes * 2) / 1e6;
  return segments * (2 * PRICES.s3Put.usd + 3 * PRICES.s3Get.usd) + gigabytes * PRICES.s3Storage.usd;
};

/** An invocation logs about 2 KB and the access log 0.5 KB a request; X-Ray traces one request in twenty. */
const watchingCost = (environment: Environment, load: Load): number => {
  const invocations = MINUTES + (load.records * DAYS * 5) / BATCH + calls(load) * 1.1;
  const gigabytes = (invocations * 2 + calls(load) * 0.5) / 1e6;
  return (
    environment.count('AWS::CloudWatch::Alarm') * PRICES.alarm.usd +
    environment.count('AWS::CloudWatch::Dashboard') * PRICES.dashboard.usd +
    gigabytes * PRICES.logs.usd +
    invocations * 0.05 * PRICES.trace.usd
  );
};
