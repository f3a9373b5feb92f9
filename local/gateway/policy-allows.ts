import * as z from 'zod';

const Texts = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

/** An IAM policy, as far as an authoriser may use it. */
export const Policy = z.object({
  Version: z.string().optional(),
  Statement: z.array(
    z.strictObject({
      Sid: z.string().optional(),
      Effect: z.enum(['Allow', 'Deny']),
      Action: Texts,
      Resource: Texts,
    }),
  ),
});
export type Policy = z.infer<typeof Policy>;

/** Says whether a policy lets a method be invoked: allowed by one statement, denied by none. */
export const policyAllows = (policy: Policy, methodArn: string): boolean => {
  const applying = policy.Statement.filter(
    ({ Action, Resource }) =>
      Action.some((action) => matches(action.toLowerCase(), 'execute-api:invoke')) &&
      Resource.some((resource) => matches(resource, methodArn)),
  );
  return applying.length > 0 && applying.every(({ Effect }) => Effect === 'Allow');
};

/** IAM's wildcards: `*` for any text, `?` for one character. */
const matches = (pattern: string, text: string): boolean => {
  const escaped = pattern.replaceAll(/[\\^$.|+()[\]{}]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(text);
};
