import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as z from 'zod';
import { MINILM_FILES } from './minilm-model.ts';
import { WorkerTask, type WorkerAnswer } from './worker-message.ts';

// The process of one worker: `worker.ts <directory of the model>`. Embeds one text after the other; ends with its parent.

type Session = { run(feeds: Record<string, unknown>): Promise<unknown> };
type Runtime = {
  InferenceSession: { create(graph: string, options: object): Promise<Session> };
  Tensor: new (type: 'int64', data: BigInt64Array, shape: readonly number[]) => unknown;
};

const Outputs = z.object({ vector: z.object({ data: z.instanceof(Float32Array) }) });
const isRuntime = z.custom<Runtime>(
  (value) => value !== null && typeof value === 'object' && 'InferenceSession' in value,
);

const [directory = ''] = process.argv.slice(2);
process.on('disconnect', () => process.exit());

// Not a package of this repository (docs/adr/0141), so it is found where `npm run model:minilm` put it.
const { InferenceSession, Tensor } = isRuntime.parse(
  createRequire(join(directory, 'package.json'))('onnxruntime-node'),
);
const session = await InferenceSession.create(join(directory, MINILM_FILES.graph), {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
});

const embed = async (pieces: readonly number[]) => {
  const ids = new Tensor('int64', BigInt64Array.from(pieces, BigInt), [1, pieces.length]);
  const { vector } = Outputs.parse(await session.run({ ids }));
  return new Float32Array(vector.data);
};

const answer = async (message: unknown): Promise<WorkerAnswer> => {
  const { id, pieces } = WorkerTask.parse(message);
  try {
    return { id, numbers: await embed(pieces) };
  } catch (error) {
    return { id, error: String(error) };
  }
};

process.on('message', (message) => void answer(message).then((said) => process.send?.(said)));
