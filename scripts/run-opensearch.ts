// Runs a real OpenSearch on this machine until it is told to stop: `npm run opensearch [-- --port 9200]`.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { missingForOpenSearch } from './opensearch/lay-out.ts';
import { startOpenSearch } from './opensearch/start.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '9200' } } });

const missing = missingForOpenSearch();
if (missing !== undefined) {
  console.error(`OpenSearch cannot run here: ${missing}`);
  process.exit(1);
}
const server = await startOpenSearch({
  layout: join(import.meta.dirname, '../.opensearch'),
  port: Number(values.port),
});
console.log(`OpenSearch is ready at ${server.url}; SEARCH_URL=${server.url} npm start uses it`);
const stop = (): void => void server.stop();
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
await server.exited;
await server.stop();
