import { describe, expect, it } from 'vitest';
import { Problem } from '#contracts/problem.ts';
import { legacyRoutes } from '#contracts/legacy-routes.ts';
import { routes } from '#contracts/routes.ts';
import { everyStage } from './assembly.ts';

/** Every response type of API Gateway. */
const TYPES = [
  'ACCESS_DENIED',
  'API_CONFIGURATION_ERROR',
  'AUTHORIZER_CONFIGURATION_ERROR',
  'AUTHORIZER_FAILURE',
  'BAD_REQUEST_BODY',
  'BAD_REQUEST_PARAMETERS',
  'DEFAULT_4XX',
  'DEFAULT_5XX',
  'EXPIRED_TOKEN',
  'INTEGRATION_FAILURE',
  'INTEGRATION_TIMEOUT',
  'INVALID_API_KEY',
  'INVALID_SIGNATURE',
  'MISSING_AUTHENTICATION_TOKEN',
  'QUOTA_EXCEEDED',
  'REQUEST_TOO_LARGE',
  'RESOURCE_NOT_FOUND',
  'THROTTLED',
  'UNAUTHORIZED',
  'UNSUPPORTED_MEDIA_TYPE',
  'WAF_FILTERED',
];

describe.each(everyStage)('API of $name', ({ name, ofType, settings }) => {
  const document = ofType('AWS::ApiGateway::RestApi')[0]!.Properties['Body'];
  const functionOf = (uri: { 'Fn::Join': [string, unknown[]] }) => {
    const arn = uri['Fn::Join'][1].find((part) => typeof part === 'object') as {
      'Fn::GetAtt': [string, string];
    };
    const served = ofType('AWS::Lambda::Function').find(({ id }) => id === arn['Fn::GetAtt'][0])!;
    return served.Properties['FunctionName'].replace(`caselore-${name}-`, '');
  };
  const response = (type: string) => document['x-amazon-apigateway-gateway-responses'][type];

  it('has exactly the routes of the contract, with and without version, served by the function that it names', () => {
    const operations = Object.entries<Record<string, Record<string, never>>>(document.paths).flatMap(
      ([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({
          method: method.toUpperCase(),
          path,
          operationId: operation['operationId'],
          serves: functionOf(operation['x-amazon-apigateway-integration']!['uri']),
          public: operation['security'] === undefined,
        })),
    );

    const all = [...routes, ...legacyRoutes];
    expect(operations).toHaveLength(all.length);
    expect(operations).toEqual(
      expect.arrayContaining(
        all.map(({ method, path, operationId, serves, permission }) => ({
          method,
          path,
          operationId,
          serves,
          public: permission === 'public',
        })),
      ),
    );
  });

  it('declares the parameters of every path', () => {
    for (const [path, methods] of Object.entries<Record<string, { parameters: { name: string }[] }>>(
      document.paths,
    )) {
      for (const { parameters } of Object.values(methods)) {
        expect(parameters.map((parameter) => `{${parameter.name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
      }
    }
  });

  it('asks the authoriser by the header Authorization alone and keeps its answer for a minute', () => {
    const { bearer } = document.components.securitySchemes;
    const { authorizerUri, ...rest } = bearer['x-amazon-apigateway-authorizer'];

    expect(functionOf(authorizerUri)).toBe('authorise');
    expect(rest).toEqual({
      type: 'request',
      identitySource: 'method.request.header.Authorization',
      authorizerResultTtlInSeconds: 60,
    });
  });

  it('answers for itself with problems', () => {
    expect(Object.keys(document['x-amazon-apigateway-gateway-responses']).sort()).toEqual(TYPES);
    for (const type of TYPES) {
      const { statusCode, responseParameters, responseTemplates } = response(type);
      const problem = Problem.parse(JSON.parse(responseTemplates['application/json']));
      expect(String(problem.status)).toBe(statusCode);
      expect(responseParameters).toMatchObject({
        'gatewayresponse.header.Content-Type': "'application/problem+json'",
        'gatewayresponse.header.x-request-id': 'context.requestId',
      });
    }
  });

  it.each([
    ['MISSING_AUTHENTICATION_TOKEN', 404, 'not_found'],
    ['UNAUTHORIZED', 401, 'unauthenticated'],
    ['ACCESS_DENIED', 403, 'forbidden'],
    ['REQUEST_TOO_LARGE', 413, 'payload_too_large'],
    ['UNSUPPORTED_MEDIA_TYPE', 415, 'unsupported_media_type'],
    ['THROTTLED', 429, 'throttled'],
    ['INTEGRATION_TIMEOUT', 504, 'timeout'],
    ['DEFAULT_4XX', 400, 'malformed_request'],
    ['DEFAULT_5XX', 500, 'internal_error'],
  ])('says %s as %i %s', (type, status, code) => {
    expect(JSON.parse(response(type).responseTemplates['application/json'])).toMatchObject({ status, code });
  });

  it('may call the functions of its routes and the authoriser; beside it three schedules and one log may call theirs', () => {
    const callers = ofType('AWS::Lambda::Permission').map(({ Properties }) => Properties);

    // The functions of its routes, the authoriser, and those that schedules and a log call.
    expect(callers).toHaveLength(new Set(routes.map(({ serves }) => serves)).size + 5);
    for (const { SourceArn, Principal } of callers) {
      expect(['apigateway.amazonaws.com', 'events.amazonaws.com', 'logs.amazonaws.com']).toContain(Principal);
      expect(SourceArn).toBeDefined();
    }
  });

  it('writes an access log without addresses of people, and throttles', () => {
    const { AccessLogSetting, MethodSettings } = ofType('AWS::ApiGateway::Stage')[0]!.Properties;

    expect(AccessLogSetting.Format).toContain('$context.requestId');
    expect(AccessLogSetting.Format).not.toContain('sourceIp');
    expect(MethodSettings).toEqual([
      expect.objectContaining({
        HttpMethod: '*',
        ThrottlingRateLimit: settings.api.requestsPerSecond,
        ThrottlingBurstLimit: settings.api.burst,
        DataTraceEnabled: false,
      }),
      expect.objectContaining({
        HttpMethod: 'POST',
        ResourcePath: '/~1api~1v1~1imports',
        ThrottlingRateLimit: settings.api.importsPerSecond,
        DataTraceEnabled: false,
      }),
    ]);
  });

  it('stands behind a firewall with a limit for each address, which lets the texts of cases pass', () => {
    const [acl] = ofType('AWS::WAFv2::WebACL');
    const [association] = ofType('AWS::WAFv2::WebACLAssociation');
    const rules: { Statement: Record<string, any> }[] = acl!.Properties['Rules'];
    const common = rules.find(
      ({ Statement }) => Statement['ManagedRuleGroupStatement']?.Name === 'AWSManagedRulesCommonRuleSet',
    )!.Statement['ManagedRuleGroupStatement'];

    expect(association!.Properties['WebACLArn']).toEqual({ 'Fn::GetAtt': [acl!.id, 'Arn'] });
    expect(JSON.stringify(association!.Properties['ResourceArn'])).toContain(
      ofType('AWS::ApiGateway::Stage')[0]!.id,
    );
    expect(rules[0]!.Statement['RateBasedStatement']).toMatchObject({
      AggregateKeyType: 'IP',
      Limit: settings.api.requestsPerAddress,
    });
    expect(common.RuleActionOverrides).toContainEqual({
      Name: 'SizeRestrictions_BODY',
      ActionToUse: { Count: {} },
    });
    expect(JSON.stringify(acl!.Properties)).not.toContain('"SampledRequestsEnabled":true');
  });

  it('leaves each function less time than the gateway waits', () => {
    for (const serves of new Set(routes.map((route) => route.serves))) {
      expect(settings.functions[serves].timeoutSeconds).toBeLessThan(29);
    }
  });
});
