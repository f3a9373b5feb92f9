import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';

/**
 * Files of the making of knowledge in their bucket, for a function that seldom needs one: the S3 client, which takes
 * some 30 ms to load, comes with the first.
 */
export const knowledgeFiles = (bucket: string): KnowledgeFiles => {
  let opened: Promise<KnowledgeFiles> | undefined;
  const open = async (): Promise<KnowledgeFiles> => {
    const { s3Client } = await import('#adapters/aws/s3-client.ts');
    const { s3KnowledgeFiles } = await import('#adapters/aws/s3-knowledge-files.ts');
    return s3KnowledgeFiles(s3Client(), bucket);
  };
  const files = (): Promise<KnowledgeFiles> => (opened ??= open());
  return {
    read: async (key) => (await files()).read(key),
    write: async (key, text) => (await files()).write(key, text),
    writeOnce: async (key, text) => (await files()).writeOnce(key, text),
    remove: async (key) => (await files()).remove(key),
    removeUnder: async (beginning) => (await files()).removeUnder(beginning),
  };
};
