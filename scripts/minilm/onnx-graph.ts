import { protobuf, type Field } from './protobuf.ts';

/** Numbers of the format (onnx.proto3): types of elements, and types of attributes. */
const ELEMENT = { float: 1, int8: 3, int64: 7 } as const;
const ATTRIBUTE_FLOAT = 1;
const ATTRIBUTE_INT = 2;

/** The versions that the graph is written for. */
const IR_VERSION = 8;
const OPSET = 17;
/** Operators that onnxruntime adds to the standard ones. */
const EXTRA = 'com.microsoft';

type Node = {
  /** Whether onnxruntime's own, not of the standard. */
  readonly extra?: boolean;
  readonly ints?: Readonly<Record<string, number>>;
  readonly floats?: Readonly<Record<string, number>>;
  readonly outputs?: readonly string[];
};

const attribute = (name: string, value: Field, type: number): Field =>
  protobuf.message(5, protobuf.text(1, name), value, protobuf.int(20, type));

const opset = (domain: string, version: number): Field =>
  protobuf.message(8, protobuf.text(1, domain), protobuf.int(2, version));

const value = (field: number, name: string, type: number, shape: readonly (number | string)[]): Field => {
  const dimensions = shape.map((size) =>
    protobuf.message(1, typeof size === 'number' ? protobuf.int(1, size) : protobuf.text(2, size)),
  );
  const tensor = protobuf.message(1, protobuf.int(1, type), protobuf.message(2, ...dimensions));
  return protobuf.message(field, protobuf.text(1, name), protobuf.message(2, tensor));
};

/** Writes an ONNX graph node by node; what is written first runs first. */
export const onnxGraph = () => {
  const nodes: Field[] = [];
  const tensors: Field[] = [];

  return {
    /** Adds an operator and answers its output's name; an empty name leaves an optional input out. */
    node: (type: string, inputs: readonly string[], output: string, node: Node = {}): string => {
      const { extra, ints = {}, floats = {}, outputs = [output] } = node;
      nodes.push(
        protobuf.message(
          1,
          ...inputs.map((name) => protobuf.text(1, name)),
          ...outputs.map((name) => protobuf.text(2, name)),
          protobuf.text(3, output),
          protobuf.text(4, type),
          ...Object.entries(ints).map(([name, int]) => attribute(name, protobuf.int(3, int), ATTRIBUTE_INT)),
          ...Object.entries(floats).map(([name, float]) =>
            attribute(name, protobuf.float(2, float), ATTRIBUTE_FLOAT),
          ),
          ...(extra ? [protobuf.text(7, EXTRA)] : []),
        ),
      );
      return output;
    },

    /** Adds numbers that are part of the model and answers their name. */
    tensor: (
      name: string,
      shape: readonly number[],
      data: Float32Array | Int8Array | BigInt64Array,
    ): string => {
      const element = data instanceof Float32Array ? 'float' : data instanceof Int8Array ? 'int8' : 'int64';
      tensors.push(
        protobuf.message(
          5,
          ...shape.map((size) => protobuf.int(1, size)),
          protobuf.int(2, ELEMENT[element]),
          protobuf.text(8, name),
          protobuf.bytes(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)),
        ),
      );
      return name;
    },

    /** The file: ids of pieces `input` in, [1, pieces]; the numbers `output` out, [1, dimensions]. */
    file: (input: string, output: string, dimensions: number): Uint8Array => {
      const graph = protobuf.message(
        7,
        ...nodes,
        protobuf.text(2, 'minilm'),
        ...tensors,
        value(11, input, ELEMENT.int64, [1, 'pieces']),
        value(12, output, ELEMENT.float, [1, dimensions]),
      );
      return protobuf.file(
        protobuf.int(1, IR_VERSION),
        protobuf.text(2, 'caselore'),
        graph,
        opset('', OPSET),
        opset(EXTRA, 1),
      );
    },
  };
};
