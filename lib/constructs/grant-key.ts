import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function } from 'aws-cdk-lib/aws-lambda';

type KeyGrant = { readonly key: IKey; readonly service: 'dynamodb' | 's3'; readonly writes: boolean };

/** Lets a function use the key through one service only, never by itself. */
export const grantKey = (caller: Function, { key, service, writes }: KeyGrant): void => {
  caller.addToRolePolicy(
    new PolicyStatement({
      actions: writes ? ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'] : ['kms:Decrypt'],
      resources: [key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `${service}.${caller.stack.region}.amazonaws.com` } },
    }),
  );
};
