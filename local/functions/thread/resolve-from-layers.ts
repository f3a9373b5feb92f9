import { isBuiltin, registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Makes bare imports find packages in the layers' `nodejs/node_modules` first, then where Node looks anyway. */
export const resolveFromLayers = (layers: readonly string[]): void => {
  if (layers.length === 0) return;
  const roots = layers.toReversed().map((layer) => pathToFileURL(join(layer, 'nodejs/')).href);
  registerHooks({
    resolve: (specifier, context, nextResolve) => {
      // Kept aside: Node writes a parent that is given to nextResolve back into the context.
      const { parentURL } = context;
      const fromLayer = roots.some((root) => parentURL?.startsWith(root));
      if (!isBare(specifier) || fromLayer) return nextResolve(specifier, context);
      for (const root of roots) {
        const found = attempt(() => nextResolve(specifier, { ...context, parentURL: `${root}index.mjs` }));
        // Node walks up from the layer as well; a package outside it is not the layer's.
        if (found?.url.startsWith(root)) return found;
      }
      return nextResolve(specifier, { ...context, parentURL });
    },
  });
};

const isBare = (specifier: string): boolean =>
  !/^(\.|\/|#|[a-z][a-z0-9+.-]*:)/i.test(specifier) && !isBuiltin(specifier);

const attempt = <Result>(resolve: () => Result): Result | undefined => {
  try {
    return resolve();
  } catch (error) {
    if (error instanceof Error && 'code' in error && NOT_IN_LAYER.has(error.code)) return undefined;
    throw error;
  }
};

const NOT_IN_LAYER = new Set<unknown>(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND']);
