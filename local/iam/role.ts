import type { PolicyDocument } from './policy-document.ts';

/** A pair of keys, as functions get them in their environment. */
export type Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string };

/** A role of the template, with the policies that are attached to it by name. */
export type Role = {
  readonly arn: string;
  readonly name: string;
  /** ARNs of policies that AWS keeps; what they allow is not known here. */
  readonly managedPolicies: readonly string[];
  readonly policies: Map<string, PolicyDocument>;
};

/** Who a request is signed by: a role, or the laptop form's own services, which may do all. */
export type Caller = Credentials & { readonly role?: Role };
