import { resolveFromLayers } from '#local/functions/thread/resolve-from-layers.ts';

// Loads one function's bundle as a cold start does and prints how long it took: load-one.ts LAYER BUNDLE

const [layer = '', bundle = ''] = process.argv.slice(2);
resolveFromLayers([layer]);
const before = process.cpuUsage();
const started = performance.now();
await import(bundle);
const milliseconds = performance.now() - started;
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ milliseconds, cpu: (user + system) / 1_000 }));
process.exit(0);
