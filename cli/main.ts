#!/usr/bin/env node
import { run } from './run.ts';

const interrupt = new AbortController();
process.once('SIGINT', () => interrupt.abort());
process.once('SIGTERM', () => interrupt.abort());
// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run({
  args: process.argv.slice(2),
  env: process.env,
  out: process.stdout,
  error: process.stderr,
  signal: interrupt.signal,
});
