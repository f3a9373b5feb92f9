import * as z from 'zod';
import type { Gateway } from '../gateway/create-gateway.ts';
import type { ResourceType } from '../resource-type.ts';

const Named = z.object({ StageName: z.string() });
const Properties = z.object({
  RestApiId: z.string(),
  StageName: z.string(),
  // Functions would find them in their events, where the laptop form has none.
  Variables: z.undefined().optional(),
});

/** Serves an API at the public address. */
export const apiGatewayStage = (gateway: Gateway): ResourceType => ({
  type: 'AWS::ApiGateway::Stage',

  identify(resource) {
    return { ref: Named.parse(resource.properties).StageName, attributes: {} };
  },

  async start(resource) {
    const { RestApiId, StageName } = Properties.parse(resource.properties);
    gateway.serveStage(RestApiId, StageName);
    return undefined;
  },
});
