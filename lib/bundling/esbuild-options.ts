import type { BuildOptions } from 'esbuild';

/** How everything that runs on Lambda is built: small ESM for Node 24. */
export const esbuildOptions = {
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
  logLevel: 'silent',
  outExtension: { '.js': '.mjs' },
  mainFields: ['module', 'main'],
  // CommonJS packages inside an ES module still call `require`, which ES modules lack.
  banner: {
    js: "import{createRequire as caseloreRequire}from'node:module';const require=caseloreRequire(import.meta.url);",
  },
} as const satisfies BuildOptions;
