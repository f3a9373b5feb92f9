import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Gateway } from '../gateway/create-gateway.ts';
import { readApi } from '../gateway/read-api.ts';
import type { Resource, ResourceType } from '../resource-type.ts';

const Properties = z.object({ Name: z.string(), Body: z.unknown() });

/** Reads an API from the OpenAPI document in its `Body`. */
export const apiGatewayRestApi = (gateway: Gateway): ResourceType => ({
  type: 'AWS::ApiGateway::RestApi',

  identify(resource) {
    const id = idOf(resource);
    return { ref: id, attributes: { RestApiId: id, RootResourceId: id } };
  },

  async start(resource) {
    const { Name, Body } = Properties.parse(resource.properties);
    gateway.addApi(readApi(idOf(resource), Name, Body));
    return undefined;
  },
});

/** Ten letters and digits, as API Gateway's own ids. */
const idOf = ({ stack, logicalId }: Resource): string =>
  createHash('sha256').update(`${stack}/${logicalId}`).digest('hex').slice(0, 10);
