import { exec } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { MINILM_FILES, MINILM_GRAPH_SHA256, MINILM_MODEL } from '#adapters/minilm/minilm-model.ts';
import { fetchWeights } from './minilm/fetch-weights.ts';
import { minilmGraph } from './minilm/minilm-graph.ts';
import { readSafetensors } from './minilm/read-safetensors.ts';

// npm run model:minilm [-- --weights model.safetensors]: the optional model and what runs it, into .models/minilm.

const run = promisify(exec);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const root = join(import.meta.dirname, '..');
const directory = join(root, '.models/minilm');

/** The package brings libraries for six platforms, 280 MB; this one's are enough. */
const keepOwnPlatform = async (): Promise<void> => {
  const binaries = join(directory, MINILM_FILES.runtime, 'bin/napi-v6');
  const platforms = await readdir(binaries);
  if (!platforms.includes(process.platform)) {
    throw new Error(`onnxruntime-node has nothing for ${process.platform}: only ${platforms.join(', ')}`);
  }
  for (const platform of platforms) {
    for (const processor of await readdir(join(binaries, platform))) {
      if (platform === process.platform && processor === process.arch) continue;
      await rm(join(binaries, platform, processor), { recursive: true });
    }
  }
};

const { weights: file } = parseArgs({ options: { weights: { type: 'string' } } }).values;
await mkdir(directory, { recursive: true });

say('Fetching the weights of all-MiniLM-L6-v2 (91 MB) ...');
const { bytes, source } = await fetchWeights(file, say);
say('Making the 8-bit graph ...');
const graph = minilmGraph(readSafetensors(bytes));
const hash = createHash('sha256').update(graph).digest('hex');
if (hash !== MINILM_GRAPH_SHA256) {
  throw new Error(`the graph has the SHA-256 ${hash}, not ${MINILM_GRAPH_SHA256}`);
}
// Aside first: whoever reads must not find half a graph.
await writeFile(join(directory, `${MINILM_FILES.graph}.new`), graph);
await rename(join(directory, `${MINILM_FILES.graph}.new`), join(directory, MINILM_FILES.graph));

say('Installing onnxruntime-node 1.30.0, without its install script ...');
for (const manifest of ['package.json', 'package-lock.json']) {
  await cp(join(root, 'models/minilm', manifest), join(directory, manifest));
}
await run('npm ci --ignore-scripts --no-audit --no-fund', { cwd: directory, timeout: 10 * 60 * 1_000 });
await keepOwnPlatform();

say(`
${MINILM_MODEL}
  model    sentence-transformers/all-MiniLM-L6-v2, weights rounded to 8 bits, ${graph.length} bytes
  source   ${source}
  licence  Apache-2.0 (https://www.apache.org/licenses/LICENSE-2.0), by the sentence-transformers authors
  SHA-256  ${hash}
  runtime  onnxruntime-node 1.30.0, MIT, by Microsoft
  place    ${directory}

Start with it: EMBEDDER=minilm npm start`);
