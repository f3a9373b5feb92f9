import { knowledgeFilesContract } from '#test/contract/knowledge-files.contract.ts';
import { patternStoreContract } from '#test/contract/pattern-store.contract.ts';
import { memoryKnowledgeFiles } from '#test/support/memory-knowledge-files.ts';
import { memoryPatternStore } from '#test/support/memory-pattern-store.ts';

knowledgeFilesContract('memory', async () => memoryKnowledgeFiles());
patternStoreContract('memory', async () => {
  const files = memoryKnowledgeFiles();
  return { files, patterns: memoryPatternStore(files) };
});
