import { dirname } from 'node:path/posix';
import type { Plugin } from 'esbuild';

/** Leaves modules out of a bundle by the beginning of their specifier, e.g. `#adapters/sqlite/`. Only `await import()` may name them: what stands in for them throws when it is loaded. */
export const leaveOut = (prefixes: readonly string[]): Plugin => ({
  name: 'leave-out',
  setup(build) {
    build.onResolve({ filter: /^#/ }, ({ path, kind }) => {
      if (!prefixes.some((prefix) => path.startsWith(prefix))) return undefined;
      if (kind === 'dynamic-import') return { path: `${path}/left-out`, namespace: NAMESPACE };
      return { errors: [{ text: `${path} is not part of this artefact: choose it by await import()` }] };
    });
    build.onLoad({ filter: /^/, namespace: NAMESPACE }, ({ path }) => ({
      contents: `throw new Error(${JSON.stringify(`${dirname(path)} is not part of this artefact`)}); export {};`,
    }));
  },
});

const NAMESPACE = 'left-out';
