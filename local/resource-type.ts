import type { LocalContext } from './local-context.ts';

/** One resource of the synthesized template, its intrinsic functions resolved. */
export type Resource = {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: unknown;
  readonly metadata: unknown;
};

/** What a resource answers to `Ref` and `Fn::GetAtt`. */
export type Identity = { readonly ref: string; readonly attributes: Readonly<Record<string, string>> };

/** Something that runs until it is stopped. */
export type Running = { stop(): Promise<void> };

/** How the laptop form runs one CloudFormation resource type; one file under `resources/` each. */
export type ResourceType = {
  readonly type: string;
  /** Names the resource; known before anything starts, the same at every start. `properties` may still hold intrinsics here. */
  identify(resource: Resource, context: LocalContext): Identity;
  /** Makes the resource real: creates it in its emulator or begins to serve it. Doing it twice changes nothing. */
  start?(resource: Resource, context: LocalContext): Promise<Running | undefined>;
};
