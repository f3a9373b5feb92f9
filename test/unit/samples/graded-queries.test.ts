import { describe, expect, it } from 'vitest';
import { catalogue } from '#samples/catalogue.ts';
import { generateSample } from '#samples/generate-sample.ts';
import { gradedQueries } from '#samples/graded-queries.ts';

const sample = generateSample({ seed: 11, size: 2000 });
const queries = gradedQueries(sample, 11);
const truthOf = new Map(sample.truths.map((truth) => [truth.case_id, truth]));

describe('gradedQueries', () => {
  it('makes at least 200 of every kind, with ids of their own, the same for the same seed', () => {
    expect(queries.length).toBeGreaterThanOrEqual(200);
    expect(new Set(queries.map(({ id }) => id)).size).toBe(queries.length);
    expect(new Set(queries.map(({ kind }) => kind))).toEqual(
      new Set(['title', 'complaint', 'symptom', 'code', 'how_to', 'misspelt']),
    );
    expect(gradedQueries(sample, 11)).toEqual(queries);
  });

  it('has an answer for each, and cases that are none', () => {
    const grades = queries.map((query) => new Set(Object.values(query.grades)));

    expect(grades.filter((given) => !given.has(3) || !given.has(0))).toEqual([]);
  });

  it('gives 3 to cases of the pattern that tell a fix, 1 to the pattern that it is confused with', () => {
    const twinOf = new Map(catalogue.map(({ pattern, twin }) => [pattern.key, twin?.key]));
    const given = queries
      .filter(({ kind }) => kind !== 'complaint')
      .flatMap(({ pattern, grades }) =>
        Object.entries(grades).map(([id, grade]) => ({ pattern, grade, truth: truthOf.get(id)! })),
      );
    const useless = new Set(['open', 'thin', 'contradicted', 'noise']);

    expect(given.filter(({ grade, pattern, truth }) => grade >= 2 && truth.pattern !== pattern)).toEqual([]);
    expect(given.filter(({ grade, truth }) => grade === 3 && useless.has(truth.role))).toEqual([]);
    expect(
      given.filter(({ grade, pattern, truth }) => grade === 1 && truth.pattern !== twinOf.get(pattern)),
    ).toEqual([]);
  });

  it('is misspelt where it says so', () => {
    const words = new Set(
      catalogue
        .flatMap(({ pattern }) => [pattern.title, ...pattern.asked.words])
        .flatMap((text) => text.split(' ')),
    );
    const correct = queries.filter(
      ({ kind, query }) => kind === 'misspelt' && query.split(' ').every((word) => words.has(word)),
    );

    expect(correct).toEqual([]);
  });
});
