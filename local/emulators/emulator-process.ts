import type { buildApp } from 'fauxqs';

/**
 * Serves an emulator on the loopback interface only and ends with its parent: an emulator must not outlive
 * the laptop form, even when that is killed. Signals of the terminal are for the parent, which stops us in order.
 */
export const serveEmulator = async (app: ReturnType<typeof buildApp>, port: number): Promise<void> => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  process.on('disconnect', () => process.exit(0));
  await app.listen({ port, host: '127.0.0.1' });
  process.send?.('ready');
};
