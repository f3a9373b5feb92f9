import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';

/** Files of the making of knowledge in memory, a twin of the bucket for unit tests; `keys` shows which there are. */
export const memoryKnowledgeFiles = (): KnowledgeFiles & { readonly keys: () => readonly string[] } => {
  const texts = new Map<string, string>();
  return {
    read: async (key) => texts.get(key),
    async write(key, text) {
      texts.set(key, text);
    },
    async writeOnce(key, text) {
      const first = texts.get(key) ?? text;
      texts.set(key, first);
      return first;
    },
    async remove(key) {
      texts.delete(key);
    },
    async removeUnder(beginning) {
      for (const key of texts.keys()) if (key.startsWith(beginning)) texts.delete(key);
    },
    keys: () => [...texts.keys()].toSorted(),
  };
};
