import { StartRefusal } from '../start-refusal.ts';
import { type HostMessage, HostSettings, STOP } from './host-settings.ts';
import { startHost } from './start-host.ts';

// The process that runs the assembly. It lives as long as the supervisor wants it, and not a moment longer.

const say = (message: HostMessage): boolean => process.send?.(message) ?? false;

// Signals of the terminal reach the whole group; the supervisor says when to stop.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit(1));

try {
  const host = await startHost(HostSettings.parse(JSON.parse(process.argv[2] ?? '')));
  process.on('message', (message) => {
    if (message === STOP) void host.stop().finally(() => process.exit(0));
  });
  say({ kind: 'ready' });
} catch (error) {
  if (!(error instanceof StartRefusal)) throw error;
  say({ kind: 'refused', sentence: error.message });
  process.disconnect();
}
