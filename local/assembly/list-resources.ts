import type { Resource } from '../resource-type.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import type { Assembly } from './read-assembly.ts';
import type { Scope } from './resolve-value.ts';

/** A resource before its intrinsic functions are resolved. */
export type DeclaredResource = Resource & { readonly dependsOn: readonly string[] };

/** Lists the resources of all stacks that would be made: those whose condition holds, or who have none. */
export const listResources = (
  assembly: Assembly,
  scopeOf: (stack: string) => Scope,
): readonly DeclaredResource[] =>
  assembly.stacks.flatMap(({ name: stack, template }) =>
    Object.entries(template.Resources)
      .filter(
        ([logicalId, { Condition }]) =>
          Condition === undefined ||
          evaluateCondition({ Condition }, scopeOf(stack), `${stack}/${logicalId}`),
      )
      .map(([logicalId, { Type, Properties, Metadata, DependsOn }]) => ({
        stack,
        logicalId,
        type: Type,
        properties: Properties ?? {},
        metadata: Metadata ?? {},
        dependsOn: DependsOn,
      })),
  );
