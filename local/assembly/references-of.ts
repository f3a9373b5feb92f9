import { asIntrinsic } from './intrinsic.ts';
import { StackOutput } from './resolve-value.ts';

/** A template's reference to something by name. */
export type Reference =
  | { readonly kind: 'resource'; readonly logicalId: string }
  | { readonly kind: 'export'; readonly exportName: string }
  | { readonly kind: 'output'; readonly stack: string; readonly outputName: string };

/** Lists what a value refers to, before it is resolved; names that are no resources are among them. */
export const referencesOf = (value: unknown): readonly Reference[] => {
  if (Array.isArray(value)) return value.flatMap(referencesOf);
  if (typeof value !== 'object' || value === null) return [];
  const intrinsic = asIntrinsic(value);
  if (!intrinsic) return Object.values(value).flatMap(referencesOf);
  const read = READERS[intrinsic.name];
  return [...(read?.(intrinsic.argument) ?? []), ...referencesOf(intrinsic.argument)];
};

const READERS: Record<string, (argument: unknown) => readonly Reference[]> = {
  Ref: (argument) => (typeof argument === 'string' ? [{ kind: 'resource', logicalId: argument }] : []),
  'Fn::ImportValue': (argument) =>
    typeof argument === 'string' ? [{ kind: 'export', exportName: argument }] : [],
  'Fn::GetStackOutput': (argument) => {
    const { StackName, OutputName } = StackOutput.parse(argument);
    return [{ kind: 'output', stack: StackName, outputName: OutputName }];
  },
  'Fn::GetAtt': (argument) => attributeReference(argument),
  'Fn::Sub': (argument) => textReferences(argument),
};

const attributeReference = (argument: unknown): readonly Reference[] => {
  const first: unknown = Array.isArray(argument) ? argument[0] : argument;
  return typeof first === 'string' ? [{ kind: 'resource', logicalId: first.split('.')[0] ?? first }] : [];
};

const textReferences = (argument: unknown): readonly Reference[] => {
  const template: unknown = Array.isArray(argument) ? argument[0] : argument;
  if (typeof template !== 'string') return [];
  return [...template.matchAll(/\$\{([^!}.]+)[^}]*\}/g)].map(([, name = '']) => ({
    kind: 'resource',
    logicalId: name,
  }));
};
