import * as z from 'zod';
import type { FunctionHost } from '../functions/create-function-host.ts';
import type { LocalContext } from '../local-context.ts';
import { physicalName } from '../physical-name.ts';
import type { Resource, ResourceType } from '../resource-type.ts';

const Properties = z.object({ Content: z.object({ S3Key: z.string() }) });

/** Tells the functions where a layer's files are. */
export const lambdaLayerVersion = (functions: FunctionHost): ResourceType => ({
  type: 'AWS::Lambda::LayerVersion',

  identify(resource, context) {
    const arn = arnOf(resource, context);
    return { ref: arn, attributes: { LayerVersionArn: arn } };
  },

  async start(resource, context) {
    const { Content } = Properties.parse(resource.properties);
    functions.addLayer(arnOf(resource, context), context.assetPath(Content.S3Key));
    return undefined;
  },
});

const arnOf = (resource: Resource, { region, accountId }: LocalContext): string =>
  `arn:aws:lambda:${region}:${accountId}:layer:${physicalName(resource)}:1`;
