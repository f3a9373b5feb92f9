import { physicalName } from '../physical-name.ts';
import type { ResourceType } from '../resource-type.ts';

/** A snapshot of an API; the laptop form knows only the present document, so it has nothing to start. */
export const apiGatewayDeployment: ResourceType = {
  type: 'AWS::ApiGateway::Deployment',

  identify(resource) {
    const id = physicalName(resource);
    return { ref: id, attributes: { DeploymentId: id } };
  },
};
