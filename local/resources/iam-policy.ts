import * as z from 'zod';
import type { Iam } from '../iam/create-iam.ts';
import { physicalName } from '../physical-name.ts';
import type { ResourceType } from '../resource-type.ts';

const Properties = z.object({ PolicyDocument: z.unknown(), Roles: z.array(z.string()).default([]) });

/** A policy that is attached to roles. */
export const iamPolicy = (iam: Iam): ResourceType => ({
  type: 'AWS::IAM::Policy',
  identify: (resource) => {
    const name = physicalName(resource);
    return { ref: name, attributes: { Id: name } };
  },
  start: async (resource) => {
    const { PolicyDocument, Roles } = Properties.parse(resource.properties);
    for (const role of Roles) {
      iam.putPolicy({ role, name: physicalName(resource), document: PolicyDocument });
    }
    return undefined;
  },
});
