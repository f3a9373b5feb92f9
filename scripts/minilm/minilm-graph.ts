import { onnxGraph } from './onnx-graph.ts';
import { quantised, turned } from './quantised.ts';
import type { Matrix } from './read-safetensors.ts';

/** The shape of all-MiniLM-L6-v2, from its config.json. */
const LAYERS = 6;
const WIDTH = 384;
const HEADS = 12;
const EPSILON = 1e-12;
/** Pieces that the model was trained to read; its table of positions has 512. */
const MOST_PIECES = 256;

const stacked = (matrices: readonly Matrix[]): Matrix => {
  const data = Float32Array.from(matrices.flatMap((matrix) => [...matrix.data]));
  const columns = matrices[0]?.columns ?? 1;
  return { rows: data.length / columns, columns, data };
};

/**
 * all-MiniLM-L6-v2 as an ONNX file with 8-bit weights (a scale a word piece, a scale an output of each layer) and
 * activations quantised as they come. It reads the ids of one text, special pieces included, and gives the mean of its
 * outputs: 384 numbers, not yet of length 1. Made for one text a call, so it has no mask: quantised by batch, a text's
 * vector would depend on its neighbours.
 */
export const minilmGraph = (weights: (name: string) => Matrix): Uint8Array => {
  const graph = onnxGraph();
  const { node, tensor } = graph;
  const floats = (name: string, { rows, columns, data }: Matrix) =>
    tensor(name, rows === 1 ? [columns] : [rows, columns], data);
  const norm = (name: string) =>
    [
      floats(`${name}.weight`, weights(`${name}.weight`)),
      floats(`${name}.bias`, weights(`${name}.bias`)),
    ] as const;

  /** 8-bit weights of a layer, turned for a product from the right; their scales, and zeros as zero points. */
  const small = (name: string, matrix: Matrix) => {
    const { data, scale } = quantised(matrix);
    const shape = [matrix.columns, matrix.rows];
    return {
      weights: tensor(`${name}.int8`, shape, turned(data, matrix.rows, matrix.columns)),
      scale: tensor(`${name}.scale`, [matrix.rows], scale),
      zero: tensor(`${name}.zero`, [matrix.rows], new Int8Array(matrix.rows)),
    };
  };
  const quantise = (input: string) => {
    const outputs = [`${input}.int8`, `${input}.scale`, `${input}.zero`] as const;
    node('DynamicQuantizeLinear', [input], `${input}.int8`, { outputs });
    return outputs;
  };
  const product = (input: string, name: string, output: string): string => {
    const [values, scale, zero] = quantise(input);
    const right = small(name, weights(`${name}.weight`));
    const scales = node('Mul', [scale, right.scale], `${output}.scales`);
    const whole = node('MatMulInteger', [values, right.weights, zero, right.zero], `${output}.whole`);
    return node('Mul', [node('Cast', [whole], `${output}.float`, { ints: { to: 1 } }), scales], output);
  };

  const embeddings = (): string => {
    const words = weights('embeddings.word_embeddings.weight');
    const { data, scale } = quantised(words);
    const rows = node('Gather', [tensor('words', [words.rows, WIDTH], data), 'ids'], 'rows');
    const scales = node('Gather', [tensor('words.scale', [words.rows, 1], scale), 'ids'], 'row.scales');
    const word = node('Mul', [node('Cast', [rows], 'row.floats', { ints: { to: 1 } }), scales], 'word');
    // All pieces are of the first kind of sentence, so its vector belongs to every position.
    const kind = weights('embeddings.token_type_embeddings.weight').data;
    const all = weights('embeddings.position_embeddings.weight').data.subarray(0, MOST_PIECES * WIDTH);
    const places = tensor(
      'places',
      [MOST_PIECES, WIDTH],
      all.map((number, n) => number + (kind[n % WIDTH] ?? 0)),
    );
    const one = tensor('one', [1], BigInt64Array.of(1n));
    const zero = tensor('zero', [1], BigInt64Array.of(0n));
    const shape = node('Shape', ['ids'], 'shape');
    const count = node('Slice', [shape, one, tensor('two', [1], BigInt64Array.of(2n)), zero], 'count');
    const place = node('Slice', [places, zero, count, zero], 'place');
    const sum = node('Add', [word, place], 'sum');
    return node('LayerNormalization', [sum, ...norm('embeddings.LayerNorm')], 'h0', {
      ints: {},
      floats: { epsilon: EPSILON },
    });
  };

  const layer = (input: string, number: number): string => {
    const at = `encoder.layer.${number}`;
    const parts = ['query', 'key', 'value'].map((part) => `${at}.attention.self.${part}`);
    const three = small(`${at}.qkv`, stacked(parts.map((part) => weights(`${part}.weight`))));
    const bias = stacked(parts.map((part) => weights(`${part}.bias`)));
    const biases = tensor(`${at}.qkv.bias`, [bias.data.length], bias.data);
    const [values, scale, zero] = quantise(input);
    const attention = node(
      'QAttention',
      [values, three.weights, biases, scale, three.scale, '', zero, three.zero],
      `${at}.attention`,
      { extra: true, ints: { num_heads: HEADS } },
    );
    const skip = (branch: string, main: string, name: string, output: string) => {
      const biased = node(
        'Add',
        [branch, floats(`${name}.dense.bias`, weights(`${name}.dense.bias`))],
        `${output}.biased`,
      );
      const inputs = [biased, main, ...norm(`${name}.LayerNorm`)];
      return node('SkipLayerNormalization', inputs, output, { extra: true, floats: { epsilon: EPSILON } });
    };
    const out = product(attention, `${at}.attention.output.dense`, `${at}.out`);
    const attended = skip(out, input, `${at}.attention.output`, `${at}.attended`);
    const wide = product(attended, `${at}.intermediate.dense`, `${at}.wide`);
    const gelu = node(
      'BiasGelu',
      [wide, floats(`${at}.wide.bias`, weights(`${at}.intermediate.dense.bias`))],
      `${at}.gelu`,
      { extra: true },
    );
    const narrow = product(gelu, `${at}.output.dense`, `${at}.narrow`);
    return skip(narrow, attended, `${at}.output`, `h${number + 1}`);
  };

  let state = embeddings();
  for (let number = 0; number < LAYERS; number += 1) state = layer(state, number);
  const axis = tensor('axis', [1], BigInt64Array.of(1n));
  // ReduceSum takes its axes as an input at this version; ReduceMean does not yet.
  const sum = node('ReduceSum', [state, axis], 'total', { ints: { keepdims: 0 } });
  const pieces = node('Cast', ['count'], 'pieces.float', { ints: { to: 1 } });
  return graph.file('ids', node('Div', [sum, pieces], 'vector'), WIDTH);
};
