import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { synthesize } from '#local/synthesis/synthesize.ts';

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

const setup = (app = `writeFileSync(join(process.env.CDK_OUTDIR, 'stage'), process.env.CASELORE_STAGE);`) => {
  const root = mkdtempSync(join(tmpdir(), 'synthesis-'));
  roots.push(root);
  for (const folder of ['bin', 'core']) mkdirSync(join(root, folder));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(root, 'bin/app.ts'),
    `import { writeFileSync } from 'node:fs'; import { join } from 'node:path'; ${app}`,
  );
  const lines: string[] = [];
  const make = async () =>
    synthesize({
      root,
      stage: 'test',
      signal: new AbortController().signal,
      log: (line) => lines.push(line),
    });
  return { root, lines, make };
};

describe('synthesize', () => {
  it('runs the app once, and again when a source has changed', async () => {
    const { root, lines, make } = setup();

    const directory = await make();
    expect(directory).toBe(join(root, 'cdk.out/test'));
    expect(readFileSync(join(directory, 'stage'), 'utf8')).toBe('test');
    await make();
    expect(lines).toHaveLength(1);
    writeFileSync(join(root, 'core/new.ts'), '');
    await make();

    expect(lines).toHaveLength(2);
    expect(readdirSync(join(root, 'cdk.out'))).toEqual(['test']);
  });

  it('says why there is no stack, and leaves no half of one', async () => {
    const { root, make } = setup(
      `writeFileSync(join(process.env.CDK_OUTDIR, 'half'), ''); throw new Error('no such setting');`,
    );

    await expect(make()).rejects.toThrow(
      /^The stack of stage test cannot be made from bin\/app\.ts:[^]*no such setting/,
    );
    expect(existsSync(join(root, 'cdk.out/test'))).toBe(false);
    expect(readdirSync(join(root, 'cdk.out'))).toEqual([]);
  });
});
