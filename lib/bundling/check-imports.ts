import { isBuiltin } from 'node:module';
import type { Metafile } from 'esbuild';
import { layerContents } from './layer-contents.ts';

/** In the cloud the Lambda runtime brings these; `sqlite-vec` is native and lives beside the laptop form; `pg` does without `pg-native`. */
const BROUGHT = /^(@aws-sdk\/|@smithy\/|sqlite-vec$|pg-native$)/;

/** Refuses a bundle that imports what nobody will bring, e.g. a part of a layer's package that the layer does not provide. */
export const checkImports = (name: string, { outputs }: Metafile): void => {
  const missing = Object.values(outputs)
    .flatMap(({ imports }) => imports)
    .filter(({ external, path }) => external && !isBuiltin(path) && !BROUGHT.test(path))
    .map(({ path }) => path)
    .filter((path) => !layerContents.includes(path));
  if (missing.length > 0) {
    throw new Error(`${name} imports ${missing.join(', ')}: add it to layers/runtime/layer.json`);
  }
};
