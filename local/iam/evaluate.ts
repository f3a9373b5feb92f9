import { runSimulation } from '@cloud-copilot/iam-simulate';
import type { Need } from './need.ts';
import type { PolicyDocument } from './policy-document.ts';

type Question = {
  /** ARN of the session that asks. */
  readonly principal: string;
  readonly accountId: string;
  readonly policies: ReadonlyMap<string, PolicyDocument>;
  readonly need: Need;
};

/** How a policy evaluation ends; a request is refused by a statement, or because none allows it. */
export type Verdict = 'Allowed' | 'ExplicitlyDenied' | 'ImplicitlyDenied';

/** Evaluates a role's policies for one action on one resource, as IAM does within an account. */
export const evaluate = async ({ principal, accountId, policies, need }: Question): Promise<Verdict> => {
  const simulated = await runSimulation(
    {
      request: {
        principal,
        action: need.action,
        resource: { resource: literal(need.resource), accountId },
        contextVariables: { 'aws:SecureTransport': 'true', 'aws:PrincipalAccount': accountId },
      },
      identityPolicies: [...policies].map(([name, policy]) => ({ name, policy })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  if (simulated.resultType === 'error') {
    throw new Error(
      `${need.action} on ${need.resource} cannot be evaluated: ${JSON.stringify(simulated.errors)}`,
    );
  }
  return simulated.overallResult;
};

/** The simulator reads * and ? as "any such resource" and $ as a variable; in an object's key they are themselves. */
const literal = (resource: string): string =>
  resource === '*'
    ? resource
    : resource.replaceAll(/[*?$]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
