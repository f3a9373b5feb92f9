import {
  AccessLogFormat,
  ApiDefinition,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  SpecRestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import type { Route } from '#contracts/route.ts';
import { apiDocument } from '#lib/api/api-document.ts';
import type { AppFunction } from './app-function.ts';
import { AppLogGroup } from './app-log-group.ts';
import { Firewall } from './firewall.ts';
import { fullName } from './full-name.ts';

type RestApiProps = {
  readonly settings: Settings;
  readonly routes: readonly Route[];
  /** Address that clients use, without a slash at the end; every function behind a route gets it. */
  readonly publicUrl: string;
  readonly functions: Readonly<Record<Route['serves'], AppFunction>>;
  readonly authoriser: AppFunction;
};

const AUTHORISER_TTL_SECONDS = 60;
/** The name of the API's one stage. */
export const API_STAGE = 'live';

/** The public API: one resource that holds every route, made from the route table. */
export class RestApi extends SpecRestApi {
  constructor(
    scope: Construct,
    id: string,
    { settings, routes, publicUrl, functions, authoriser }: RestApiProps,
  ) {
    const accessLog = new AppLogGroup(scope, `${id}AccessLog`, {
      name: `/caselore/${settings.stage}/api-access`,
      settings,
    });
    super(scope, id, {
      restApiName: fullName(settings),
      apiDefinition: ApiDefinition.fromInline(
        apiDocument({
          routes,
          integrationUri: (serves) => invocationUri(functions[serves]),
          authoriserUri: invocationUri(authoriser),
          authoriserTtlSeconds: AUTHORISER_TTL_SECONDS,
        }),
      ),
      endpointTypes: [EndpointType.REGIONAL],
      // Without the account's role API Gateway writes no access log; it is kept, for other environments may use it.
      cloudWatchRole: true,
      deployOptions: {
        stageName: API_STAGE,
        tracingEnabled: true,
        metricsEnabled: true,
        loggingLevel: MethodLoggingLevel.ERROR,
        methodOptions: {
          // Each may bring a million records; a caller in a loop must not fill the queues.
          '/api/v1/imports/POST': {
            metricsEnabled: true,
            loggingLevel: MethodLoggingLevel.ERROR,
            throttlingRateLimit: settings.api.importsPerSecond,
            throttlingBurstLimit: settings.api.importsPerSecond * 2,
          },
        },
        throttlingRateLimit: settings.api.requestsPerSecond,
        throttlingBurstLimit: settings.api.burst,
        accessLogDestination: new LogGroupLogDestination(accessLog),
        accessLogFormat: AccessLogFormat.jsonWithStandardFields({
          caller: false,
          httpMethod: true,
          ip: false,
          protocol: true,
          requestTime: true,
          resourcePath: true,
          responseLength: true,
          status: true,
          user: false,
        }),
      },
    });
    new Firewall(this, 'Firewall', {
      name: fullName(settings),
      protects: this.deploymentStage.stageArn,
      requestsPerAddress: settings.api.requestsPerAddress,
    });
    for (const served of Object.values(functions)) {
      served.addEnvironment('PUBLIC_URL', publicUrl);
      this.allowToInvoke(served, this.arnForExecuteApi('*', '/*', API_STAGE));
    }
    this.allowToInvoke(authoriser, this.authoriserArn());
  }

  private allowToInvoke(served: AppFunction, sourceArn: string): void {
    served.addPermission('Api', { principal: new ServicePrincipal('apigateway.amazonaws.com'), sourceArn });
  }

  private authoriserArn(): string {
    return this.stack.formatArn({
      service: 'execute-api',
      resource: this.restApiId,
      resourceName: 'authorizers/*',
    });
  }
}

const invocationUri = ({ stack, functionArn }: AppFunction): string =>
  stack.formatArn({
    service: 'apigateway',
    account: 'lambda',
    resource: 'path',
    resourceName: `2015-03-31/functions/${functionArn}/invocations`,
  });
