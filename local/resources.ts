import type { Mappings } from './event-sources/create-mappings.ts';
import type { EventBus } from './events/create-event-bus.ts';
import type { FunctionHost } from './functions/create-function-host.ts';
import type { Gateway } from './gateway/create-gateway.ts';
import type { Issuer } from './issuer/create-issuer.ts';
import type { Iam } from './iam/create-iam.ts';
import type { ResourceType } from './resource-type.ts';
import { apiGatewayDeployment } from './resources/api-gateway-deployment.ts';
import { apiGatewayRestApi } from './resources/api-gateway-rest-api.ts';
import { apiGatewayStage } from './resources/api-gateway-stage.ts';
import { cognitoUserPool } from './resources/cognito-user-pool.ts';
import { dynamodbGlobalTable } from './resources/dynamodb-global-table.ts';
import { dynamodbTable } from './resources/dynamodb-table.ts';
import { eventSourceMapping } from './resources/event-source-mapping.ts';
import { eventsRule } from './resources/events-rule.ts';
import { iamPolicy } from './resources/iam-policy.ts';
import { iamRole } from './resources/iam-role.ts';
import { lambdaFunction } from './resources/lambda-function.ts';
import { lambdaLayerVersion } from './resources/lambda-layer-version.ts';
import { logsLogGroup } from './resources/logs-log-group.ts';
import { logsSubscriptionFilter } from './resources/logs-subscription-filter.ts';
import { schedulerSchedule } from './resources/scheduler-schedule.ts';
import { s3Bucket } from './resources/s3-bucket.ts';
import { sqsQueue } from './resources/sqs-queue.ts';
import { stepfunctionsStateMachine } from './resources/stepfunctions-state-machine.ts';
import { withSeed } from './resources/with-seed.ts';
import { xraySamplingRule } from './resources/xray-sampling-rule.ts';
import type { S3Front } from './s3-front/create-s3-front.ts';
import type { StepFunctions } from './step-functions/create-step-functions.ts';
import type { Sampling } from './tracing/create-sampling.ts';

/** The parts of the laptop form that several resource types share. */
export type SharedParts = {
  readonly functions: FunctionHost;
  readonly gateway: Gateway;
  readonly issuer: Issuer;
  readonly bus: EventBus;
  readonly iam: Iam;
  readonly mappings: Mappings;
  readonly s3Front: Pick<S3Front, 'configure'>;
  readonly sampling: Sampling;
  readonly stepFunctions: StepFunctions;
  /** Whether schedules fire. */
  readonly schedules: boolean;
};

/** Every resource type that the laptop form runs; others stand in not-emulated.ts or stop the start. */
export const resourceTypes = ({
  functions,
  gateway,
  issuer,
  bus,
  iam,
  mappings,
  s3Front,
  sampling,
  stepFunctions,
  schedules,
}: SharedParts): readonly ResourceType[] => [
  apiGatewayDeployment,
  apiGatewayRestApi(gateway),
  apiGatewayStage(gateway),
  cognitoUserPool(issuer),
  withSeed(dynamodbGlobalTable),
  withSeed(dynamodbTable),
  eventSourceMapping(iam, mappings),
  eventsRule(bus),
  iamPolicy(iam),
  iamRole(iam),
  lambdaFunction(functions, iam),
  lambdaLayerVersion(functions),
  logsLogGroup,
  logsSubscriptionFilter,
  s3Bucket(s3Front),
  schedulerSchedule(iam, schedules),
  sqsQueue,
  stepfunctionsStateMachine(stepFunctions, iam),
  xraySamplingRule(sampling),
];
