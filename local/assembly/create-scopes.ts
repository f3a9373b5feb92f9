import { StartRefusal } from '../start-refusal.ts';
import type { Identity } from '../resource-type.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import type { Assembly, Stack } from './read-assembly.ts';
import { NO_VALUE, resolveValue, type Scope } from './resolve-value.ts';

/** What references need besides the assembly. */
export type Surroundings = {
  readonly region: string;
  readonly accountId: string;
  /** Values for template parameters by name; others take their default. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly identityOf: (stack: string, logicalId: string) => Identity | undefined;
};

/** Makes the meaning of references for each stack of an assembly, exports across stacks included. */
export const createScopes = (assembly: Assembly, surroundings: Surroundings): ((stack: string) => Scope) => {
  const scopes = new Map<string, Scope>();
  const scopeOf = (name: string): Scope => {
    const scope = scopes.get(name);
    if (!scope) throw new StartRefusal(`The assembly has no stack ${name}.`);
    return scope;
  };
  const output = (stack: string, outputName: string): unknown => {
    const declared = assembly.stacks.find(({ name }) => name === stack)?.template.Outputs[outputName];
    return declared && resolveValue(declared.Value, scopeOf(stack), `${stack}/Outputs.${outputName}`);
  };
  const exported = (exportName: string): unknown => {
    for (const { name, template } of assembly.stacks)
      for (const [outputName, { Export }] of Object.entries(template.Outputs))
        if (Export?.Name === exportName) return output(name, outputName);
    return undefined;
  };
  for (const stack of assembly.stacks)
    scopes.set(stack.name, createScope(stack, surroundings, { exported, output }));
  return scopeOf;
};

const createScope = (
  { name: stack, template }: Stack,
  { region, accountId, parameters, identityOf }: Surroundings,
  acrossStacks: Pick<Scope, 'exported' | 'output'>,
): Scope => {
  const pseudo: Record<string, unknown> = {
    'AWS::Region': region,
    'AWS::AccountId': accountId,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack,
    'AWS::StackId': `arn:aws:cloudformation:${region}:${accountId}:stack/${stack}/local`,
    'AWS::NotificationARNs': [],
    'AWS::NoValue': NO_VALUE,
  };
  const parameter = (name: string): unknown => parameters[name] ?? template.Parameters[name]?.Default;
  const scope: Scope = {
    ref: (name) =>
      pseudo[name] ?? (name in template.Parameters ? parameter(name) : identityOf(stack, name)?.ref),
    attribute: (logicalId, name) => identityOf(stack, logicalId)?.attributes[name],
    ...acrossStacks,
    condition: (name) =>
      name in template.Conditions
        ? evaluateCondition(template.Conditions[name], scope, `${stack}/Conditions.${name}`)
        : undefined,
    mapping: (map, topKey, secondKey) => template.Mappings[map]?.[topKey]?.[secondKey],
  };
  return scope;
};
