import { createHmac } from 'node:crypto';
import { StartRefusal } from '../start-refusal.ts';
import { createVerdicts, type Refusal } from './create-verdicts.ts';
import type { Need } from './need.ts';
import { PolicyDocument, refuseConditions } from './policy-document.ts';
import type { Caller, Credentials, Role } from './role.ts';

/** A policy, where it is attached. */
export type AttachedPolicy = {
  readonly role: string;
  readonly name: string;
  readonly document: PolicyDocument;
};

/** The roles of the assembly, who acts as them, and what their policies allow. */
export type Iam = {
  addRole(role: Omit<Role, 'policies'>): void;
  /** Attaches a policy to a role; one of the same name is replaced. */
  putPolicy(policy: { readonly role: string; readonly name: string; readonly document: unknown }): void;
  policies(): readonly AttachedPolicy[];
  /** Lets a function, a state machine or a schedule act as a role and gives it the role's keys; refuses a role whose policies are not all in the template. */
  employ(name: string, roleArn: string): Credentials;
  /** Who holds this access key; undefined for one that was never given out. */
  callerOf(accessKeyId: string): Caller | undefined;
  /** Whether the caller may do this; the operator is not told. */
  allows(caller: Caller, need: Need): Promise<boolean>;
  /** The first need that the caller's policies do not allow; undefined when it may do all. */
  refusal(caller: Caller, needs: readonly Need[]): Promise<Refusal | undefined>;
  /** The same for the role of whoever was employed, by its name. */
  refusalOf(name: string, needs: readonly Need[]): Promise<Refusal | undefined>;
};

type Settings = {
  readonly accountId: string;
  /** Keys of the laptop form's own services; the keys of roles are derived from their secret. */
  readonly services: Credentials;
  readonly log: (subject: string, line: string) => void;
};

/** Makes the register of roles. */
export const createIam = ({ accountId, services, log }: Settings): Iam => {
  const roles = new Map<string, Role>();
  const callers = new Map<string, Caller>([[services.accessKeyId, services]]);
  const employed = new Map<string, Role>();
  const verdicts = createVerdicts(accountId);

  const refusal = async (role: Role | undefined, needs: readonly Need[]): Promise<Refusal | undefined> => {
    const refused = role && (await verdicts.refusal(role, needs));
    if (refused) log('iam', refused.message);
    return refused;
  };

  return {
    addRole: (definition) => {
      const role = { ...definition, policies: new Map<string, PolicyDocument>() };
      roles.set(role.name, role);
      callers.set(role.name, { ...keysOf(role, services), role });
    },
    putPolicy: ({ role: roleName, name, document }) => {
      const role = found(roles.get(roleName), `Policy ${name} names the role ${roleName}`);
      const policy = PolicyDocument.parse(document);
      refuseConditions(name, policy);
      role.policies.set(name, policy);
      verdicts.forget();
    },
    policies: () =>
      [...roles.values()].flatMap(({ name: role, policies }) =>
        [...policies].map(([name, document]) => ({ role, name, document })),
      ),
    employ: (name, roleArn) => {
      const named = [...roles.values()].find(({ arn }) => arn === roleArn);
      const role = withoutManagedPolicies(found(named, `${name} acts as ${roleArn}`));
      employed.set(name, role);
      return keysOf(role, services);
    },
    callerOf: (accessKeyId) => callers.get(accessKeyId),
    allows: async ({ role }, need) => role === undefined || verdicts.allows(role, need),
    refusal: async ({ role }, needs) => refusal(role, needs),
    refusalOf: async (name, needs) => refusal(found(employed.get(name), `A role is asked of ${name}`), needs),
  };
};

/** The id of a role's key is the role's name, so that logs and presigned URLs tell who signed. */
const keysOf = ({ name }: Role, { secretAccessKey }: Credentials): Credentials => ({
  accessKeyId: name,
  secretAccessKey: createHmac('sha256', secretAccessKey).update(name).digest('base64url'),
});

const found = (role: Role | undefined, what: string): Role => {
  if (!role) throw new StartRefusal(`${what}, which is not in the assembly.`);
  return role;
};

const withoutManagedPolicies = (role: Role): Role => {
  if (role.managedPolicies.length === 0) return role;
  throw new StartRefusal(
    `The role ${role.name} is acted as, whose managed policies are known only to the cloud.`,
  );
};
