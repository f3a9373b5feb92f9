import type { Measurement } from './cloudwatch/measurement.ts';

/** The outcome of one invocation, as Lambda's Invoke API would tell it. */
export type Invocation =
  | { readonly ok: true; readonly payload: unknown }
  | { readonly ok: false; readonly errorType: string; readonly errorMessage: string };

/** What every resource of the laptop form is given. */
export type LocalContext = {
  /** Absolute path of the directory that keeps all state. */
  readonly dataDirectory: string;
  /** Address that people and clients use, e.g. `http://localhost:8080`, without a slash at the end. */
  readonly publicUrl: string;
  readonly region: string;
  readonly accountId: string;
  /** Keys of the laptop form's own services; a function has those of its role. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Where the services listen, for what the laptop form itself does. */
  readonly endpoints: { readonly dynamodb: string; readonly s3: string; readonly sqs: string };
  /** Where the fronts that evaluate policies listen; functions get them as `AWS_ENDPOINT_URL_*`. */
  readonly functionEndpoints: {
    readonly dynamodb: string;
    readonly s3: string;
    readonly sqs: string;
    readonly cloudwatch: string;
    /** Step Functions, as the SDK calls it. */
    readonly sfn: string;
    readonly lambda: string;
  };
  /** Absolute path of the directory or file that a deployment would upload under this object key. */
  readonly assetPath: (objectKey: string) => string;
  /** Runs a function by its ARN or name, waiting for its end; no retries. `trace` is the caller's X-Ray trace header. */
  readonly invoke: (functionArn: string, event: unknown, trace?: string) => Promise<Invocation>;
  /** Reports one value of a metric, as AWS's own services do to CloudWatch. */
  readonly measure: (measurement: Measurement) => void;
  /** Hands an event to every EventBridge rule that matches; resolves once each target has it. */
  readonly publish: (event: unknown) => Promise<void>;
  /** Seed of the shuffling and doubling of queue messages. */
  readonly seed: number;
  /** Wall clock, so that tests can move it. */
  readonly now: () => Date;
  /** Writes one line for the operator, e.g. `log('queue', 'segments: 3 messages are back from a poller that ended')`. */
  readonly log: (subject: string, line: string) => void;
};
