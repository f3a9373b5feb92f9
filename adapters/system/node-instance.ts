import process from 'node:process';
import type { Instance } from '#core/ports/instance.ts';

const MEGABYTE = 1024 * 1024;

/** The process that a function runs in. */
export const nodeInstance = (stage: string): Instance => ({
  stage,
  runtime: `node ${process.version}`,
  memoryMegabytes: () => process.memoryUsage.rss() / MEGABYTE,
  uptimeSeconds: () => process.uptime(),
});
