import type { FunctionName } from '#config/function-name.ts';

/** Directories that hold the built artefacts; the stacks upload them as they are. */
export type Bundles = {
  readonly functionDirectory: (name: FunctionName) => string;
  /** Root of the layer; it holds `nodejs/node_modules`. */
  readonly layer: string;
};
