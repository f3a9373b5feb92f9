import { describe, expect, it } from 'vitest';
import { everyStage } from './assembly.ts';

const { stacks } = everyStage.find(({ name }) => name === 'prod')!;

/** Hashes of assets and of the deployment change with every line of code; they are no infrastructure. */
const withoutHashes = (template: unknown): string =>
  JSON.stringify(template, undefined, 1)
    .replaceAll(/[0-9a-f]{64}/g, '<hash>')
    .replaceAll(/(ApiDeployment[0-9A-F]{8})[0-9a-f]{32}/g, '$1<hash>')
    .replaceAll(/(LayerVersion|RuntimeLayer)[0-9A-F]{8}[0-9a-f]*/g, '$1');

describe('templates of prod', () => {
  it.each(stacks)('$name is the one that was reviewed', async ({ name, template }) => {
    await expect(withoutHashes(template)).toMatchFileSnapshot(`__snapshots__/prod-${name}.json`);
  });
});
