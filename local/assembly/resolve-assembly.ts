import type { LocalContext } from '../local-context.ts';
import type { Identity, Resource, ResourceType } from '../resource-type.ts';
import { createScopes } from './create-scopes.ts';
import { identifyNotEmulated } from './identify-not-emulated.ts';
import { layerByDependency } from './layer-by-dependency.ts';
import { type DeclaredResource, listResources } from './list-resources.ts';
import type { Assembly } from './read-assembly.ts';
import { referencesOf } from './references-of.ts';
import { refuseUnknownTypes } from './refuse-unknown-types.ts';
import { resolveValue } from './resolve-value.ts';

/** What turns an assembly into resources that can start. */
export type Resolution = {
  readonly assembly: Assembly;
  readonly resourceTypes: readonly ResourceType[];
  /** Types that are knowingly left out, each with its reason. */
  readonly notEmulated: Readonly<Record<string, string>>;
  readonly context: LocalContext;
  readonly parameters: Readonly<Record<string, string>>;
};

/** A resource that is ready to start, and the type that starts it. */
export type StartableResource = { readonly resource: Resource; readonly resourceType: ResourceType };

/** Resolves an assembly into layers of resources: those of one layer may start together, after all before. */
export const resolveAssembly = ({
  assembly,
  resourceTypes,
  notEmulated,
  context,
  parameters,
}: Resolution): readonly (readonly StartableResource[])[] => {
  const typesByName = new Map(resourceTypes.map((resourceType) => [resourceType.type, resourceType]));
  const identities = new Map<string, Identity>();
  const scopeOf = createScopes(assembly, {
    region: context.region,
    accountId: context.accountId,
    parameters,
    identityOf: (stack, logicalId) => identities.get(`${stack}/${logicalId}`),
  });
  const declared = listResources(assembly, scopeOf);
  refuseUnknownTypes(declared, typesByName, notEmulated);

  for (const resource of declared) {
    const resourceType = typesByName.get(resource.type);
    const identity = resourceType
      ? resourceType.identify(resource, context)
      : identifyNotEmulated(resource, context);
    identities.set(keyOf(resource), identity);
  }

  const startable = (resource: DeclaredResource): readonly StartableResource[] => {
    const resourceType = typesByName.get(resource.type);
    if (!resourceType) return [];
    const { stack, logicalId, type, metadata } = resource;
    const properties = resolveValue(resource.properties, scopeOf(stack), `${stack}/${logicalId}`);
    return [{ resourceType, resource: { stack, logicalId, type, properties, metadata } }];
  };
  return inLayers(assembly, declared).map((layer) => layer.flatMap(startable));
};

const keyOf = ({ stack, logicalId }: Resource): string => `${stack}/${logicalId}`;

const inLayers = (
  assembly: Assembly,
  declared: readonly DeclaredResource[],
): readonly (readonly DeclaredResource[])[] => {
  const byKey = new Map(declared.map((resource) => [keyOf(resource), resource]));
  const needsOf = (key: string): readonly string[] => {
    const resource = byKey.get(key);
    if (!resource) return [];
    return [
      ...resource.dependsOn.map((logicalId) => `${resource.stack}/${logicalId}`),
      ...needsOfValue(assembly, resource.stack, resource.properties),
    ];
  };
  return layerByDependency([...byKey.keys()], needsOf).map((layer) =>
    layer.flatMap((key) => byKey.get(key) ?? []),
  );
};

/** Keys of the resources that a value of a stack refers to, through other stacks' outputs too. */
const needsOfValue = (assembly: Assembly, stack: string, value: unknown): readonly string[] =>
  referencesOf(value).flatMap((reference) => {
    if (reference.kind === 'resource') return [`${stack}/${reference.logicalId}`];
    return assembly.stacks.flatMap(({ name, template }) =>
      Object.entries(template.Outputs)
        .filter(([outputName, { Export }]) =>
          reference.kind === 'export'
            ? Export?.Name === reference.exportName
            : name === reference.stack && outputName === reference.outputName,
        )
        .flatMap(([, { Value }]) => needsOfValue(assembly, name, Value)),
    );
  });
