import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartRefusal } from '../start-refusal.ts';
import { fingerprintSources } from './fingerprint-sources.ts';

const run = promisify(execFile);

type Synthesis = {
  readonly root: string;
  readonly stage: string;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
};

/**
 * Makes the cloud assembly of a stage in `cdk.out/<stage>`, unless the one there is current; answers its directory.
 * It is inside the repository, so that bundles find the packages that they leave out, such as the AWS SDK.
 */
export const synthesize = async ({ root, stage, signal, log }: Synthesis): Promise<string> => {
  const directory = join(root, 'cdk.out', stage);
  const mark = join(directory, 'caselore-fingerprint');
  // What is fetched into .models is too large to be read at every start; without it a synthesis may be refused.
  const fetched = existsSync(join(root, '.models')) ? 'fetched' : '';
  const fingerprint = await fingerprintSources(root, process.env['EMBEDDER'] ?? '', fetched);
  if (existsSync(mark) && (await readFile(mark, 'utf8')) === fingerprint) return directory;

  log(`Making the stack of stage ${stage} from bin/app.ts ...`);
  // Aside first: a synthesis that is broken off must not leave half an assembly.
  const aside = `${directory}.${process.pid}`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  try {
    await runApp({ root, stage, outputDirectory: aside, signal });
    await writeFile(join(aside, 'caselore-fingerprint'), fingerprint);
    await rm(directory, { recursive: true, force: true });
    await rename(aside, directory);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return directory;
};

type AppRun = { root: string; stage: string; outputDirectory: string; signal: AbortSignal };

const runApp = async ({ root, stage, outputDirectory, signal }: AppRun): Promise<void> => {
  try {
    await run(process.execPath, ['bin/app.ts'], {
      cwd: root,
      signal,
      killSignal: 'SIGKILL',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, CDK_OUTDIR: outputDirectory, CASELORE_STAGE: stage },
    });
  } catch (error) {
    if (signal.aborted) throw error;
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new StartRefusal(`The stack of stage ${stage} cannot be made from bin/app.ts:\n${output.trim()}`, {
      cause: error,
    });
  }
};
