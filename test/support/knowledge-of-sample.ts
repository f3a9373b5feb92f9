import { knowledgeSettings } from '#config/knowledge-settings.ts';
import { CaseContent } from '#contracts/case.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { writePatternGroup } from '#core/knowledge/pattern-files.ts';
import type { StoredPattern } from '#core/knowledge/stored-pattern.ts';
import { generateSample } from '#samples/generate-sample.ts';
import { seeds } from '#samples/seeds.ts';
import { aCase } from './a-case.ts';
import { aPattern, aPatternGroup } from './a-pattern.ts';
import { memoryCaseStore } from './memory-case-store.ts';
import { memoryKnowledgeFiles } from './memory-knowledge-files.ts';
import { memoryPatternStore } from './memory-pattern-store.ts';

/** The true patterns of a sample of so many cases, those of five resolved cases and more, in twins of the stores, and what articles need. */
export const knowledgeOfSample = async (size: number, overrides: Partial<StoredPattern> = {}) => {
  const { cases, truths } = generateSample({ seed: seeds.tuning[0], size });
  const groups = new Map<string, LivingCase[]>();
  cases.forEach(({ id, ...content }, n) => {
    const { pattern, role } = truths[n]!;
    if (pattern === undefined || (role !== 'resolved' && role !== 'bridging')) return;
    const row = aCase({ id, tenant: overrides.tenant ?? 'demo', content: CaseContent.parse(content) });
    groups.set(pattern, [...(groups.get(pattern) ?? []), row]);
  });
  const files = memoryKnowledgeFiles();
  const patterns = memoryPatternStore(files);
  const stored: StoredPattern[] = [];
  for (const [id, rows] of [...groups].filter(([, members]) => members.length >= 5)) {
    const pattern = aPattern({ id, size: rows.length, ...overrides });
    await writePatternGroup(
      files,
      pattern,
      aPatternGroup({ case_ids: rows.map((row) => row.id).toSorted() }),
    );
    await patterns.write(pattern, 0);
    stored.push(pattern);
  }
  return {
    patterns,
    cases: memoryCaseStore([...groups.values()].flat()),
    stored,
    sufficiency: knowledgeSettings.sufficiency,
  };
};
