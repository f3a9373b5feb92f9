// Tries on a real OpenSearch what the adapter assumes and documents leave open: `npm run probe:search -- <SEARCH_URL>`,
// e.g. 'https://abc.aoss.eu-west-1.on.aws/?signing=aoss&region=eu-west-1', with keys from wherever the AWS SDK finds them.
// It makes an index of its own and drops it. Ends with 1 when an assumption does not hold.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { awsCredentials } from '#adapters/aws/clients.ts';
import { callIndex } from '#adapters/opensearch/call-index.ts';
import { openTransport } from '#adapters/opensearch/open-transport.ts';
import { readSearchUrl } from '#adapters/opensearch/search-url.ts';
import { jitteredPause } from '#adapters/system/jittered-pause.ts';
import { probes } from './probe/probes.ts';

const [address] = process.argv.slice(2);
if (address === undefined) {
  console.error('Which OpenSearch? npm run probe:search -- <SEARCH_URL>');
  process.exit(2);
}
const url = readSearchUrl(address);
/** Long enough for a collection that sleeps. */
const PATIENCE = { milliseconds: 60_000, tries: 3 };
const call = callIndex(openTransport(url, awsCredentials), PATIENCE, jitteredPause);

const outcomes = await probes({ call, url, index: `caselore-probe-${randomUUID()}`, wait });
for (const { what, holds, needed, saw } of outcomes) {
  console.log(`${holds ? 'yes' : needed ? 'NO ' : 'no '}  ${what}${saw === '' ? '' : `: ${saw}`}`);
}
const broken = outcomes.filter(({ holds, needed }) => needed && !holds);
console.log(broken.length === 0 ? 'The adapter can work here.' : `${broken.length} assumptions do not hold.`);
process.exitCode = broken.length === 0 ? 0 : 1;
