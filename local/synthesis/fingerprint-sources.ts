import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the assembly is made from; a change anywhere here makes it out of date. */
const SOURCES = [
  'bin',
  'lib',
  'config',
  'contracts',
  'core',
  'adapters',
  'lambdas',
  'layers',
  'models',
  'cdk.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Hash over names and contents of all that a synthesis reads, and over what else its outcome depends on. */
export const fingerprintSources = async (root: string, ...given: readonly string[]): Promise<string> => {
  const hash = createHash('sha256').update(JSON.stringify(given));
  for (const source of SOURCES.filter((name) => existsSync(join(root, name))))
    for (const file of await filesOf(root, source)) {
      const content = await readFile(join(root, file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  return hash.digest('hex');
};

const filesOf = async (root: string, source: string): Promise<readonly string[]> => {
  if (source.includes('.')) return [source];
  const entries = await readdir(join(root, source), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
};
