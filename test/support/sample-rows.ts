import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { CaseContent } from '#contracts/case.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { contentHash } from '#core/cases/content-hash.ts';
import { generateSample } from '#samples/generate-sample.ts';
import { seeds } from '#samples/seeds.ts';

/** Cases of the sample as rows of a tenant: those of so many of its largest true patterns. */
export const sampleRows = (tenant: string, patterns: number, size = 1_000): LivingCase[] => {
  const { cases, truths } = generateSample({ seed: seeds.tuning[0], size });
  const patternOf = new Map(truths.map(({ case_id: id, pattern }) => [id, pattern]));
  const grouped = [...Map.groupBy(cases, ({ id }) => patternOf.get(id))].filter(
    ([pattern]) => pattern !== undefined,
  );
  const largest = grouped.toSorted(([, a], [, b]) => b.length - a.length).slice(0, patterns);
  return largest.flatMap(([, own]) =>
    own.map(({ id, ...fields }) => {
      const content = CaseContent.parse(fields);
      return {
        tenant,
        id,
        version: 1,
        deleted: false,
        content,
        contentHash: contentHash(nodeHasher, content),
        createdAt: '2026-01-02T03:04:05.000Z',
        updatedAt: '2026-01-02T03:04:05.000Z',
      };
    }),
  );
};
