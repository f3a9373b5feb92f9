import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { staticEmbedder } from '#adapters/embedded/static-embedder.ts';
import { minilmEmbedder } from '#adapters/minilm/minilm-embedder.ts';
import { theMinilmModel } from '#test/support/the-minilm-model.ts';
import { theStaticModel } from '#test/support/the-static-model.ts';
import { machine } from '../foundation/machine.ts';
import { keptRate } from './kept-rate.ts';
import { rate } from './rate.ts';
import { textsOf } from './texts-of.ts';

/*
 * Rates of embedding by model, tokenising included, and what a vector that is kept costs instead.
 * `node bench/models/run.ts --seconds 5`; MiniLM is left out where `npm run model:minilm` was not run.
 */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '5' }, seed: { type: 'string', default: '1' } },
});
const seconds = Number(values.seconds);
const LENGTHS = [32, 128, 256];
const TEXTS = 1_000;

const { vocabulary } = theStaticModel();
const words = new TextDecoder().decode(vocabulary);
const texts = (tokens: number) => textsOf(words, tokens, TEXTS, Number(values.seed));

const timed = async <Result>(work: () => Promise<Result>): Promise<readonly [Result, number]> => {
  const began = performance.now();
  const result = await work();
  return [result, Math.round(performance.now() - began)];
};
const first = { tenant: 'bench', purpose: 'query' } as const;

const measureStatic = async () => {
  const [model, coldLoad] = await timed(async () => {
    const embedder = staticEmbedder(theStaticModel());
    await embedder.embed(['first'], first);
    return embedder;
  });
  const rates = [];
  for (const tokens of LENGTHS) {
    const own = texts(tokens);
    rates.push({
      tokens,
      computed: await rate(model, own, seconds),
      read: await keptRate(model, own, seconds),
    });
  }
  return { model: model.model, cold_load_ms: coldLoad, rates };
};

const measureMinilm = async (workers: number) => {
  const props = theMinilmModel(workers);
  if (!props) return undefined;
  const [model, coldLoad] = await timed(async () => {
    const embedder = minilmEmbedder(props);
    await embedder.embed(['first'], first);
    return embedder;
  });
  const rates = [];
  for (const tokens of LENGTHS) {
    rates.push({ tokens, computed: await rate(model, texts(tokens), seconds) });
  }
  model.close();
  return { model: model.model, workers, cold_load_ms: coldLoad, rates };
};

const result = {
  machine: machine(),
  load_before: loadavg()[0],
  seconds,
  static: await measureStatic(),
  minilm: [await measureMinilm(1), await measureMinilm(2)].filter((one) => one !== undefined),
  load_after: loadavg()[0],
};
const file = join(import.meta.dirname, '../results/embedding-models.json');
writeFileSync(file, `${JSON.stringify(result, undefined, 2)}\n`);
process.stdout.write(`${JSON.stringify(result, undefined, 2)}\nwritten to ${file}\n`);
