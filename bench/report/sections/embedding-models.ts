import * as z from 'zod';
import type { Section } from '../section.ts';

const Rate = z.object({ texts_per_second: z.number(), texts_per_cpu_second: z.number() });
const Rates = z.array(z.looseObject({ tokens: z.number(), computed: Rate }));
const Result = z.looseObject({
  static: z.looseObject({ cold_load_ms: z.number(), rates: Rates }),
  minilm: z.array(z.looseObject({ workers: z.number(), cold_load_ms: z.number(), rates: Rates })),
});

const rowsOf = (model: string, coldMs: number, rates: z.infer<typeof Rates>) => [
  { what: `${model}, loaded cold`, value: coldMs, unit: 'ms' },
  ...rates.flatMap(({ tokens, computed }) => [
    { what: `${model}, ${tokens} tokens`, value: computed.texts_per_second, unit: 'texts/s' },
    { what: `${model}, ${tokens} tokens`, value: computed.texts_per_cpu_second, unit: 'texts/s of CPU' },
  ]),
];

/** Texts that the models of a laptop turn into vectors, tokenizing included. */
export const embeddingModels: Section = {
  title: 'Embedding',
  result: 'embedding-models',
  command: 'npm run model:minilm && node bench/models/run.ts',
  read: (value) => {
    const { static: table, minilm } = Result.parse(value);
    return {
      rows: [
        ...rowsOf('static table', table.cold_load_ms, table.rates),
        ...minilm.flatMap(({ workers, cold_load_ms: cold, rates }) =>
          rowsOf(`MiniLM int8, workers: ${workers}`, cold, rates),
        ),
      ],
    };
  },
};
