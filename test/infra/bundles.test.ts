import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FunctionName } from '#config/function-name.ts';
import { bundleAll } from '#lib/bundling/bundle-all.ts';
import { layerContents } from '#lib/bundling/layer-contents.ts';

const root = join(import.meta.dirname, '../..');
const into = mkdtempSync(join(tmpdir(), 'caselore-bundles-'));
const cloud = await bundleAll({ root, into: join(into, 'cloud'), engine: 'opensearch' });
const laptop = await bundleAll({ root, into: join(into, 'laptop'), engine: 'sqlite' });
afterAll(() => rmSync(into, { recursive: true }));

const filesOf = (directory: string, end: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(end))
    .map((file) => join(directory, file));
const codeBytes = (directory: string): number =>
  filesOf(directory, '.mjs').reduce((sum, file) => sum + statSync(file).size, 0);
const MOST_BYTES = 500_000;

describe('bundles', () => {
  it.each(FunctionName.options)('%s is at most 500 KB of code, layer included', (name) => {
    expect(codeBytes(cloud.functionDirectory(name)) + codeBytes(cloud.layer)).toBeLessThanOrEqual(MOST_BYTES);
  });

  it.each(FunctionName.options)('%s holds no SQLite in the cloud', (name) => {
    const sources = filesOf(cloud.functionDirectory(name), '.map').flatMap(
      (file) => (JSON.parse(readFileSync(file, 'utf8')) as { sources: string[] }).sources,
    );
    const code = filesOf(cloud.functionDirectory(name), '.mjs').map((file) => readFileSync(file, 'utf8'));

    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => /adapters\/sqlite\/(?!.*left-out$)/.test(source))).toEqual([]);
    expect(filesOf(cloud.functionDirectory(name), '.mjs').filter((file) => /\/sqlite/.test(file))).toEqual(
      [],
    );
    expect(code.filter((text) => /node:sqlite|sqlite-vec/.test(text))).toEqual([]);
  });

  it('hold SQLite on a laptop, where something searches', () => {
    const code = filesOf(laptop.functionDirectory('search'), '.mjs').map((file) =>
      readFileSync(file, 'utf8'),
    );

    expect(code.some((text) => text.includes('node:sqlite'))).toBe(true);
  });

  it.each(FunctionName.options)('%s has the embedding table exactly if it embeds', (name) => {
    const embeds = ['search', 'project-changes', 'repair-projection'].includes(name);

    for (const file of ['models/static-en-256.bin', 'models/vocab.txt']) {
      expect(existsSync(join(cloud.functionDirectory(name), file))).toBe(embeds);
    }
  });

  it('leave what the layer provides to the layer', () => {
    for (const specifier of layerContents) {
      const [scope, name, part = 'index'] = specifier.split('/') as [string, string, string?];
      expect(existsSync(join(cloud.layer, 'nodejs/node_modules', scope, name, `${part}.mjs`))).toBe(true);
    }
    expect(filesOf(cloud.layer, '.mjs').filter((file) => file.includes('@aws-sdk'))).toEqual([]);
  });
});
