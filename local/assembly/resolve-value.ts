import * as z from 'zod';
import { StartRefusal } from '../start-refusal.ts';
import { asIntrinsic } from './intrinsic.ts';

/** What a template's references mean in one stack; `undefined` where there is nothing of that name. */
export type Scope = {
  ref(name: string): unknown;
  attribute(logicalId: string, name: string): unknown;
  exported(exportName: string): unknown;
  output(stack: string, outputName: string): unknown;
  condition(name: string): boolean | undefined;
  mapping(map: string, topKey: string, secondKey: string): unknown;
};

/** What `Ref: AWS::NoValue` means: the property is left out. */
export const NO_VALUE = Symbol('AWS::NoValue');

type Place = { readonly scope: Scope; readonly path: string };

const Separated = z.tuple([z.string(), z.unknown()]);
const Choice = z.tuple([z.string(), z.unknown(), z.unknown()]);
const Lookup = z.tuple([z.unknown(), z.unknown(), z.unknown()]);
const Substitution = z.union([
  z.string().transform((text): [string, Record<string, unknown>] => [text, {}]),
  z.tuple([z.string(), z.record(z.string(), z.unknown())]),
]);
const AttributePath = z.union([
  z.string().transform((text) => {
    const dot = text.indexOf('.');
    return [text.slice(0, dot), text.slice(dot + 1)];
  }),
  z.array(z.string()),
]);

/** Argument of `Fn::GetStackOutput`, CDK's way to name another stack's output without an export. */
export const StackOutput = z.object({ StackName: z.string(), OutputName: z.string() });

/** Replaces every intrinsic function inside a value; `path` says where the value stands, for messages. */
export const resolveValue = (value: unknown, scope: Scope, path: string): unknown => {
  if (Array.isArray(value))
    return value.map((item, index) => resolveValue(item, scope, `${path}[${index}]`)).filter(isValue);
  const intrinsic = asIntrinsic(value);
  if (intrinsic) return resolveIntrinsic(intrinsic.name, intrinsic.argument, { scope, path });
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, inner]) => [key, resolveValue(inner, scope, `${path}.${key}`)] as const)
        .filter(([, inner]) => isValue(inner)),
    );
  if (typeof value === 'string' && value.includes('{{resolve:'))
    throw new StartRefusal(`${path} holds a dynamic reference, which only the cloud can resolve: ${value}.`);
  return value;
};

const isValue = (value: unknown): boolean => value !== NO_VALUE;

const resolveIntrinsic = (name: string, argument: unknown, place: Place): unknown => {
  const resolver = RESOLVERS[name];
  if (!resolver) throw new StartRefusal(`${place.path} uses ${name}, which the laptop form does not know.`);
  return resolver(argument, place);
};

const RESOLVERS: Record<string, (argument: unknown, place: Place) => unknown> = {
  Ref: (argument, { scope, path }) => {
    const name = z.string().parse(argument);
    return found(scope.ref(name), path, `Ref ${name}`);
  },
  'Fn::GetAtt': (argument, { scope, path }) => {
    const [logicalId = '', ...attribute] = AttributePath.parse(argument);
    const name = attribute.join('.');
    return found(scope.attribute(logicalId, name), path, `Fn::GetAtt ${logicalId}.${name}`);
  },
  'Fn::ImportValue': (argument, { scope, path }) => {
    const name = text(resolveValue(argument, scope, path), path);
    return found(scope.exported(name), path, `Fn::ImportValue ${name}`);
  },
  'Fn::GetStackOutput': (argument, { scope, path }) => {
    const { StackName, OutputName } = StackOutput.parse(argument);
    const value = scope.output(StackName, OutputName);
    return found(value, path, `Fn::GetStackOutput ${StackName}.${OutputName}`);
  },
  'Fn::Join': (argument, { scope, path }) => {
    const [separator, parts] = Separated.parse(argument);
    return list(resolveValue(parts, scope, path), path)
      .map((part) => text(part, path))
      .join(separator);
  },
  'Fn::Split': (argument, { scope, path }) => {
    const [separator, whole] = Separated.parse(argument);
    return text(resolveValue(whole, scope, path), path).split(separator);
  },
  'Fn::Select': (argument, { scope, path }) => {
    const [index, items] = z.tuple([z.coerce.number(), z.unknown()]).parse(argument);
    return found(list(resolveValue(items, scope, path), path)[index], path, `Fn::Select ${index}`);
  },
  'Fn::If': (argument, { scope, path }) => {
    const [name, whenTrue, whenFalse] = Choice.parse(argument);
    const holds = found(scope.condition(name), path, `condition ${name}`);
    return resolveValue(holds ? whenTrue : whenFalse, scope, path);
  },
  'Fn::FindInMap': (argument, { scope, path }) => {
    const [map, top, second] = Lookup.parse(argument).map((key) =>
      text(resolveValue(key, scope, path), path),
    );
    const value = scope.mapping(map ?? '', top ?? '', second ?? '');
    return found(value, path, `Fn::FindInMap ${map}.${top}.${second}`);
  },
  'Fn::Base64': (argument, { scope, path }) =>
    Buffer.from(text(resolveValue(argument, scope, path), path)).toString('base64'),
  'Fn::Sub': (argument, place) => {
    const [template, variables] = Substitution.parse(argument);
    return template.replaceAll(/\$\{([^}]+)\}/g, (_, name: string) => substitute(name, variables, place));
  },
};

const substitute = (name: string, variables: Record<string, unknown>, { scope, path }: Place): string => {
  if (name.startsWith('!')) return `\${${name.slice(1)}}`;
  if (name in variables) return text(resolveValue(variables[name], scope, path), path);
  const [first, ...attribute] = name.split('.');
  const value =
    attribute.length > 0 ? scope.attribute(first ?? '', attribute.join('.')) : scope.ref(first ?? '');
  return text(found(value, path, `Fn::Sub \${${name}}`), path);
};

const found = <Value>(value: Value | undefined, path: string, what: string): Value => {
  if (value === undefined) throw new StartRefusal(`${path} cannot be resolved: ${what} names nothing.`);
  return value;
};

const text = (value: unknown, path: string): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new StartRefusal(`${path} cannot be resolved: a text is needed, not ${JSON.stringify(value)}.`);
};

const list = (value: unknown, path: string): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  throw new StartRefusal(`${path} cannot be resolved: a list is needed, not ${JSON.stringify(value)}.`);
};
