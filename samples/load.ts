import { connect } from './loading/connect.ts';
import { hints } from './loading/hints.ts';
import { readLoadSettings } from './loading/load-settings.ts';
import { loadOnce } from './loading/load-once.ts';
import { createReporter } from './loading/reporter.ts';

// Loads the sample into the tenant of the demo principals, once, as any client of the API would. A child of the laptop
// form starts here; it ends when its parent does.

process.once('disconnect', () => process.exit(0));
// A terminal sends Ctrl-C to the whole group; the parent ends this process.
process.on('SIGINT', () => undefined);

const settings = readLoadSettings(process.env);
const reporter = createReporter(process.stdout);
try {
  await loadOnce(await connect(settings.url), settings, reporter);
  for (const line of hints(settings.url)) reporter.say(line);
} catch (error) {
  reporter.say(`The sample could not be loaded: ${error instanceof Error ? error.message : String(error)}`);
  reporter.say('The next start tries again; CASELORE_SAMPLE=off starts without it.');
  process.exitCode = 1;
}
// The channel to the parent would keep this process alive.
if (process.connected) process.disconnect();
