import { describe, expect, it } from 'vitest';
import { staticEmbedder } from '#adapters/embedded/static-embedder.ts';
import { STATIC_MODEL } from '#adapters/embedded/static-model.ts';
import { theStaticModel } from '#test/support/the-static-model.ts';
import { embedderContract } from './embedder.contract.ts';

embedderContract('static', async () => staticEmbedder(theStaticModel()));

describe('staticEmbedder', () => {
  it('is named after its table and vocabulary', () => {
    expect(staticEmbedder(theStaticModel()).model).toBe(STATIC_MODEL);
  });

  it('gives what the reader gave with which the table was measured', async () => {
    const text =
      'what similarity laws must be obeyed when constructing aeroelastic models of heated high speed aircraft .';

    const [vector] = await staticEmbedder(theStaticModel()).embed([text], {
      tenant: 'demo',
      purpose: 'passage',
    });

    expect(Array.from(vector!.subarray(0, 6))).toEqual([
      -0.14756590127944946, 0.10861258953809738, -0.014333104714751244, -0.005786768160760403,
      0.07292730361223221, -0.26542928814888,
    ]);
  });

  it('refuses what is no table, or half of one', () => {
    const { table, vocabulary } = theStaticModel();

    expect(() => staticEmbedder({ table: new Uint8Array(99), vocabulary })).toThrow(
      'not a static embedding table',
    );
    expect(() => staticEmbedder({ table: table.subarray(0, 9_999), vocabulary })).toThrow('cut short');
    expect(() => staticEmbedder({ table, vocabulary: new Uint8Array() })).toThrow('[UNK]');
  });
});
