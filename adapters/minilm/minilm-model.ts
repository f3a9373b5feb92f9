/** SHA-256 of the graph that `npm run model:minilm` makes, the same on every machine. */
export const MINILM_GRAPH_SHA256 = '1c390d295fd40ed7747147b1331a90ac66a97aa8b1c00c1e6f0d9f0ffe9e9c09';

/** The model's name, by its graph; functions that do not embed still need it to find the index. */
export const MINILM_MODEL = `minilm-l6-int8-${MINILM_GRAPH_SHA256.slice(0, 12)}`;

/** Numbers of a vector. */
export const MINILM_DIMENSIONS = 384;

/** What is in the directory of the model: the graph, and the packages that run it. */
export const MINILM_FILES = { graph: 'model_int8.onnx', runtime: 'node_modules/onnxruntime-node' } as const;
