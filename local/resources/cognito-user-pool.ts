import type { Issuer } from '../issuer/create-issuer.ts';
import { PoolMetadata } from '../issuer/client.ts';
import { physicalName } from '../physical-name.ts';
import type { ResourceType } from '../resource-type.ts';

/** A user pool is the OpenID Connect issuer at the public address; its metadata names the demo clients. */
export const cognitoUserPool = (issuer: Issuer): ResourceType => ({
  type: 'AWS::Cognito::UserPool',

  identify(resource, { region, accountId, publicUrl }) {
    const id = `${region}_${physicalName(resource)}`;
    return {
      ref: id,
      attributes: {
        Arn: `arn:aws:cognito-idp:${region}:${accountId}:userpool/${id}`,
        ProviderName: new URL(publicUrl).host,
        ProviderURL: publicUrl,
        UserPoolId: id,
      },
    };
  },

  async start(resource) {
    await issuer.servePool(PoolMetadata.parse(resource.metadata)['caselore:clients']);
    return undefined;
  },
});
