import type { LocalContext } from '../local-context.ts';

type Settings = {
  readonly name: string;
  readonly handler: string;
  readonly memoryMegabytes: number;
  readonly variables: Readonly<Record<string, string>>;
  /** Keys of the function's role. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
};

/** The environment variables that a function sees: Lambda's own, where the emulators are, and the template's. */
export const functionEnvironment = (
  { name, handler, memoryMegabytes, variables, credentials }: Settings,
  { region, functionEndpoints }: Pick<LocalContext, 'region' | 'functionEndpoints'>,
): Readonly<Record<string, string>> => ({
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMegabytes),
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  _HANDLER: handler,
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_ENDPOINT_URL_DYNAMODB: functionEndpoints.dynamodb,
  AWS_ENDPOINT_URL_S3: functionEndpoints.s3,
  AWS_ENDPOINT_URL_SQS: functionEndpoints.sqs,
  AWS_ENDPOINT_URL_CLOUDWATCH: functionEndpoints.cloudwatch,
  AWS_ENDPOINT_URL_SFN: functionEndpoints.sfn,
  AWS_ENDPOINT_URL_LAMBDA: functionEndpoints.lambda,
  // Nothing of the user's own AWS settings may reach a function.
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  // There is no X-Ray daemon to send traces to.
  POWERTOOLS_TRACE_ENABLED: 'false',
  ...variables,
});
