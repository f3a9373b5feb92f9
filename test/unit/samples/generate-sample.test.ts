import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { NewCase } from '#contracts/case.ts';
import { catalogue } from '#samples/catalogue.ts';
import { generateSample } from '#samples/generate-sample.ts';
import { shareWithoutCommonWord } from '#samples/overlap.ts';
import { families } from '#samples/patterns/families.ts';
import { seeds } from '#samples/seeds.ts';
import type { SampleCase } from '#samples/sample-case.ts';
import type { CaseTruth } from '#samples/truth.ts';

const sample = generateSample({ seed: seeds.demo });
const withTruth = sample.cases.map((line, place) => ({ line, truth: sample.truths[place]! }));

const casesOf = (pattern: string, { cases, truths } = sample): SampleCase[] =>
  cases.filter((_, place) => truths[place]!.pattern === pattern);

const textOf = ({ title, description, resolution, feed }: SampleCase): string =>
  [title, description, resolution, ...(feed ?? []).map(({ body }) => body)].join('\n');

const inRole = (role: CaseTruth['role']) => withTruth.filter(({ truth }) => truth.role === role);

const count = (role: CaseTruth['role']): number => inRole(role).length;

describe('generateSample', () => {
  it('gives the same bytes for the same seed, and others for another', () => {
    const hash = (seed: number): string =>
      createHash('sha256')
        .update(JSON.stringify(generateSample({ seed, size: 500 })))
        .digest('hex');

    expect(hash(11)).toBe(hash(11));
    expect(hash(12)).not.toBe(hash(11));
  });

  it('makes 5,000 cases that the API would take, each with its truth', () => {
    expect(sample.cases).toHaveLength(5000);
    expect(new Set(sample.cases.map(({ id }) => id)).size).toBe(5000);
    expect(sample.truths.map((truth) => truth.case_id)).toEqual(sample.cases.map(({ id }) => id));
    for (const line of sample.cases) expect(NewCase.safeParse(line).error).toBeUndefined();
  });

  it.each([50, 200, 1234])('makes %i cases when so many are asked for', (size) => {
    expect(generateSample({ seed: 1, size }).cases).toHaveLength(size);
  });

  it('has 40 patterns, ten confusable pairs, and each pattern from at least five customers', () => {
    expect(catalogue).toHaveLength(40);
    expect(families.filter(({ patterns }) => patterns.length === 2)).toHaveLength(10);
    for (const { pattern } of catalogue)
      expect(new Set(casesOf(pattern.key).map(({ customer }) => customer)).size).toBeGreaterThanOrEqual(5);
  });

  it('has noise, copies, thin, open, bridging and contradicted cases', () => {
    expect(count('noise')).toBe(500);
    for (const role of [
      'exact_duplicate',
      'near_duplicate',
      'thin',
      'open',
      'bridging',
      'contradicted',
    ] as const)
      expect(count(role)).toBeGreaterThan(60);
  });

  it('copies word for word what it calls an exact duplicate', () => {
    const byId = new Map(sample.cases.map((line) => [line.id, line]));
    const words = ({ title, description, resolution }: SampleCase) => ({ title, description, resolution });

    const copies = inRole('exact_duplicate');
    expect(copies.map(({ line }) => words(line))).toEqual(
      copies.map(({ truth }) => words(byId.get(truth.duplicate_of!)!)),
    );
  });

  it('resolves what is resolved, leaves open what is open, and says little in thin ones', () => {
    expect(inRole('resolved').filter(({ line }) => line.resolution === undefined)).toEqual([]);
    expect(
      [...inRole('open'), ...inRole('thin')].filter(({ line }) => line.resolution !== undefined),
    ).toEqual([]);
    expect(inRole('thin').filter(({ line }) => line.description?.includes('\n'))).toEqual([]);
  });

  it('quotes gold facts and personal data as they stand in the case', () => {
    const misquoted = withTruth.filter(
      ({ line, truth }) =>
        truth.gold_facts.some(({ quote }) => !textOf(line).includes(quote)) ||
        truth.personal_data.some(({ text }) => !JSON.stringify(line).includes(text)),
    );

    expect(misquoted).toEqual([]);
  });

  it('quotes cause and fix of what is resolved, and the wrong fix of what is contradicted', () => {
    const kinds = ({ truth }: (typeof withTruth)[number]) =>
      new Set(truth.gold_facts.map(({ kind }) => kind));

    expect(inRole('resolved').filter((one) => !kinds(one).has('cause') || !kinds(one).has('fix'))).toEqual(
      [],
    );
    expect(inRole('contradicted').filter((one) => !kinds(one).has('wrong_fix'))).toEqual([]);
  });

  it('uses addresses and numbers that are reserved for examples only', () => {
    for (const { line } of withTruth) {
      const text = JSON.stringify(line);
      for (const [address] of text.matchAll(/[\w.-]+@[\w-]+(?:\.[\w-]+)+/g))
        expect(address).toMatch(/\.example\.(com|org|net)$/);
      for (const [number] of text.matchAll(/\b555-\d+\b/g)) expect(number).toMatch(/^555-01\d\d$/);
    }
  });

  it('leaves no slot and no choice unfilled', () => {
    for (const line of sample.cases)
      expect(textOf(line)).not.toMatch(/\{[a-z_]+\}|<\d+-\d+>|\[[^\]]*\|[^\]]*\]/);
  });

  it.each([seeds.demo, ...seeds.tuning, ...seeds.reporting])(
    'words each pattern so that a third of its cases share no content word with its median case (seed %i)',
    (seed) => {
      const { cases, truths } = generateSample({ seed });
      const shares = catalogue.map(({ pattern }) => ({
        pattern: pattern.key,
        share: shareWithoutCommonWord(
          cases.filter(
            (_, place) => truths[place]!.pattern === pattern.key && truths[place]!.role === 'resolved',
          ),
        ),
      }));

      expect(shares.filter(({ share }) => share < 1 / 3)).toEqual([]);
    },
  );
});

describe('seeds', () => {
  it('are apart: no seed is for tuning and for reporting', () => {
    const all = [seeds.demo, ...seeds.tuning, ...seeds.reporting];
    expect(new Set(all).size).toBe(all.length);
  });
});
