import * as z from 'zod';
import type { Iam } from '../iam/create-iam.ts';
import type { LocalContext } from '../local-context.ts';
import { physicalName } from '../physical-name.ts';
import type { Resource, ResourceType } from '../resource-type.ts';

const Named = z.object({ RoleName: z.string() });

const Properties = z.object({
  ManagedPolicyArns: z.array(z.string()).default([]),
  Policies: z.array(z.object({ PolicyName: z.string(), PolicyDocument: z.unknown() })).default([]),
});

const nameOf = (resource: Resource): string => {
  const named = Named.safeParse(resource.properties);
  return named.success ? named.data.RoleName : physicalName(resource);
};

const arnOf = (name: string, { accountId }: Pick<LocalContext, 'accountId'>): string =>
  `arn:aws:iam::${accountId}:role/${name}`;

/** A role: who a function is when it calls AWS, and what its inline policies allow. */
export const iamRole = (iam: Iam): ResourceType => ({
  type: 'AWS::IAM::Role',
  identify: (resource, context) => {
    const name = nameOf(resource);
    return { ref: name, attributes: { Arn: arnOf(name, context), RoleId: name } };
  },
  start: async (resource, context) => {
    const { ManagedPolicyArns: managedPolicies, Policies } = Properties.parse(resource.properties);
    const name = nameOf(resource);
    iam.addRole({ name, arn: arnOf(name, context), managedPolicies });
    for (const { PolicyName, PolicyDocument } of Policies) {
      iam.putPolicy({ role: name, name: PolicyName, document: PolicyDocument });
    }
    return undefined;
  },
});
