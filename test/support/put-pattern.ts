import { dynamoPatternStore } from '#adapters/aws/dynamo-pattern-store.ts';
import { s3KnowledgeFiles } from '#adapters/aws/s3-knowledge-files.ts';
import type { PatternGroup } from '#contracts/pattern-group.ts';
import { writePatternGroup } from '#core/knowledge/pattern-files.ts';
import type { StoredPattern } from '#core/knowledge/stored-pattern.ts';
import { fixedClock } from './fixed-clock.ts';
import type { InProcessStack } from './in-process-stack.ts';
import { withStoresOf } from './stores-of-stack.ts';

/** Puts a new pattern into a running stack, as grouping does: with its list of cases, or without. */
export const putPattern = (
  stack: InProcessStack,
  pattern: StoredPattern,
  group?: PatternGroup,
): Promise<void> =>
  withStoresOf(stack, async ({ documents, s3, table, bucket }) => {
    const files = s3KnowledgeFiles(s3, bucket('knowledgefiles'));
    if (group) await writePatternGroup(files, pattern, group);
    await dynamoPatternStore(documents, table('patterns'), files, fixedClock()).write(pattern, 0);
  });
