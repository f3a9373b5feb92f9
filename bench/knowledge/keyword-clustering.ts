import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogue } from '#samples/catalogue.ts';
import { generateSample, type Sample } from '#samples/generate-sample.ts';
import { seeds } from '#samples/seeds.ts';
import { machine } from '../foundation/machine.ts';
import { components, stars } from './cluster.ts';
import { inverseFrequency, keywordVectors, rareOnly } from './keyword-vectors.ts';
import { type Edge, edgesAbove } from './neighbours.ts';
import { type PairScore, scorePairs } from './pairwise.ts';

// How far keywords alone find the patterns of the sample: node bench/knowledge/keyword-clustering.ts [--tuning]
// Prints precision and recall over pairs of cases and, of the reporting seeds, writes bench/results/keyword-clustering.json.

const PRECISION = 0.95;
const THRESHOLDS = Array.from({ length: 41 }, (_, step) => Math.round((0.1 + step * 0.02) * 100) / 100);

const weighings = { 'tf-idf': inverseFrequency, 'rare words': rareOnly } as const;
const methods = { components, stars } as const;

type Point = PairScore & { readonly method: string; readonly threshold: number };

/** Pairs by themselves, without clusters: each edge claims its two cases to be of one pattern. */
const scoreEdges = (edges: readonly Edge[], patternOf: readonly (string | undefined)[]): PairScore => {
  const total = scorePairs(
    patternOf.map(() => 0),
    patternOf,
  );
  const all = (patternOf.length * (patternOf.length - 1)) / 2;
  const right = edges.filter(
    ({ a, b }) => patternOf[a] !== undefined && patternOf[a] === patternOf[b],
  ).length;
  return {
    precision: edges.length === 0 ? 1 : right / edges.length,
    recall: right / (total.precision * all),
  };
};

/** Families of patterns: with them, the pairs that share a complaint count as one. */
const familyOf = new Map(catalogue.map(({ pattern, family }) => [pattern.key, family.patterns[0].key]));

const measure = ({ cases, truths }: Sample, merged: boolean): readonly Point[] => {
  const texts = cases.map(
    ({ title, description = '', resolution = '' }) => `${title}\n${description}\n${resolution}`,
  );
  const patternOf = truths.map(({ pattern }) =>
    merged && pattern !== undefined ? familyOf.get(pattern) : pattern,
  );
  return Object.entries(weighings).flatMap(([weighing, weigh]) => {
    const edges = edgesAbove(keywordVectors(texts, weigh), THRESHOLDS[0] ?? 0);
    return THRESHOLDS.flatMap((threshold) => [
      ...Object.entries(methods).map(([method, cluster]) => ({
        method: `${weighing}, ${method}`,
        threshold,
        ...scorePairs(cluster(texts.length, edges, threshold), patternOf),
      })),
      {
        method: `${weighing}, pairs`,
        threshold,
        ...scoreEdges(
          edges.filter(({ cosine }) => cosine >= threshold),
          patternOf,
        ),
      },
    ]);
  });
};

const rounded = (point: Point): Point => ({
  ...point,
  precision: Math.round(point.precision * 1000) / 1000,
  recall: Math.round(point.recall * 1000) / 1000,
});

const best = (points: readonly Point[]): Point | undefined =>
  points.filter(({ precision }) => precision >= PRECISION).toSorted((a, b) => b.recall - a.recall)[0];

const tuning = process.argv.includes('--tuning');
const results = (tuning ? seeds.tuning : seeds.reporting).map((seed) => {
  const sample = generateSample({ seed });
  const points = measure(sample, false).map(rounded);
  const merged = measure(sample, true).map(rounded);
  const names = [...new Set(points.map(({ method }) => method))];
  return {
    seed,
    best: best(points),
    by_method: names.map(
      (name) => best(points.filter(({ method }) => method === name)) ?? { method: name, recall: 0 },
    ),
    highest_precision: points.toSorted((a, b) => b.precision - a.precision)[0],
    best_with_confusable_pairs_merged: best(merged),
  };
});

for (const { seed, best: top, by_method: methodsBest, ...rest } of results) {
  console.log(
    `seed ${seed}: recall ${top?.recall ?? 0} at precision ${top?.precision ?? PRECISION} (${top?.method ?? 'none'})`,
  );
  console.table(methodsBest);
  console.log(rest);
}
if (!tuning)
  await writeFile(
    join(import.meta.dirname, '../results/keyword-clustering.json'),
    `${JSON.stringify({ machine: machine(), cases: 5000, least_precision: PRECISION, results }, undefined, 2)}\n`,
  );
