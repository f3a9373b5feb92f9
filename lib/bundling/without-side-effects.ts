import type { Plugin } from 'esbuild';

/**
 * Says of the AWS SDK that importing it does nothing by itself: an import whose names are not used falls away. Without
 * it a function that uses one client of a file loads the clients of all others, 30 ms each.
 */
export const withoutSideEffects: Plugin = {
  name: 'without-side-effects',
  setup: (build) => {
    build.onResolve({ filter: /^@(?:aws-sdk|smithy)\// }, ({ path }) => ({
      path,
      external: true,
      sideEffects: false,
    }));
  },
};
