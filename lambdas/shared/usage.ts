import process from 'node:process';
import { measure } from './measure.ts';

const MEGABYTE = 1024 * 1024;
const MICROSECONDS = 1000;

/** Begins to watch what an invocation uses; the answer publishes it. */
export const watchUsage = (): (() => void) => {
  const started = performance.now();
  const before = process.threadCpuUsage();
  return () => {
    const used = process.threadCpuUsage(before);
    const wall = Math.max(performance.now() - started, 0.001);
    measure('CpuUsed', Math.min(100, (100 * (used.user + used.system)) / MICROSECONDS / wall));
    measure('MemoryUsed', process.memoryUsage.rss() / MEGABYTE);
  };
};
