import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordPiece } from '#adapters/embedded/word-piece.ts';
import { embedWhatSpeaks } from '#core/embedding/embed-what-speaks.ts';
import { unitVector } from '#core/embedding/unit-vector.ts';
import type { Embedder } from '#core/ports/embedder.ts';
import { MINILM_DIMENSIONS, MINILM_FILES, MINILM_GRAPH_SHA256, MINILM_MODEL } from './minilm-model.ts';
import { workerPool } from './worker-pool.ts';
import { startWorkerProcess } from './worker-process.ts';

/** The model was trained on 256 pieces, its two special ones included; what follows does not count. */
const MOST_PIECES = 256 - 2;
/** `[CLS]` and `[SEP]` of BERT's uncased vocabulary, around every text. */
const [BEGINNING, END] = [101, 102];
/** Two projections of 200 articles of three parts each, and room. */
const MOST_WAITING = 2_000;
/** The longest text takes 40 ms on a free processor; the first one of a process waits for the model to load. */
const PATIENCE_MS = 10_000;

export type MinilmProps = {
  /** Where `npm run model:minilm` put graph and runtime. */
  readonly directory: string;
  readonly vocabulary: Uint8Array;
  /** Processes of 120 MB each. */
  readonly workers: number;
  /** The program of a worker: `worker.ts`, or the file that it was bundled to. */
  readonly script: URL;
};

const TO_DO = 'run `npm run model:minilm`';

const checkFiles = (directory: string): void => {
  for (const file of Object.values(MINILM_FILES)) {
    if (!existsSync(join(directory, file))) {
      throw new Error(`the model minilm is not on this machine (no ${join(directory, file)}): ${TO_DO}`);
    }
  }
  const hash = createHash('sha256')
    .update(readFileSync(join(directory, MINILM_FILES.graph)))
    .digest('hex');
  if (hash !== MINILM_GRAPH_SHA256) {
    throw new Error(`${join(directory, MINILM_FILES.graph)} is not ${MINILM_MODEL}: ${TO_DO}`);
  }
};

/**
 * all-MiniLM-L6-v2 in 8 bits, in processes of its own, one text a call: quantised together, a text's vector would
 * depend on its neighbours. Throws, with what to do, when the model is not there.
 */
export const minilmEmbedder = ({
  directory,
  vocabulary,
  workers,
  script,
}: MinilmProps): Embedder & { close(): void } => {
  checkFiles(directory);
  const pieces = wordPiece(new TextDecoder().decode(vocabulary));
  const pool = workerPool({
    start: (events) => startWorkerProcess(script, directory, events),
    workers,
    mostWaiting: MOST_WAITING,
    milliseconds: PATIENCE_MS,
  });
  const embedAll = async (texts: readonly string[]): Promise<readonly Float32Array[]> => {
    const abandon = new AbortController();
    try {
      return await Promise.all(
        texts.map(async (text) => {
          const ids = [BEGINNING, ...pieces(text, MOST_PIECES), END];
          return unitVector(await pool.run(ids, abandon.signal), MINILM_DIMENSIONS);
        }),
      );
    } finally {
      // After one failure nobody needs the others.
      abandon.abort();
    }
  };
  return {
    model: MINILM_MODEL,
    dimensions: MINILM_DIMENSIONS,
    embed: (texts) => embedWhatSpeaks(texts, MINILM_DIMENSIONS, embedAll),
    close: pool.close,
  };
};
