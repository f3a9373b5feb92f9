import type { OverflowTexts } from '#adapters/aws/s3-overflow-texts.ts';

/**
 * Long texts in the content bucket. Few records have one, so the S3 client, which takes some 30 ms to load, comes with
 * the first.
 */
export const overflowTexts = (bucket: string): OverflowTexts => {
  let opened: Promise<OverflowTexts> | undefined;
  const open = async (): Promise<OverflowTexts> => {
    const { s3Client } = await import('#adapters/aws/s3-client.ts');
    const { s3OverflowTexts } = await import('#adapters/aws/s3-overflow-texts.ts');
    return s3OverflowTexts(s3Client(), bucket);
  };
  const texts = (): Promise<OverflowTexts> => (opened ??= open());
  return {
    put: async (tenant, text) => (await texts()).put(tenant, text),
    get: async (tenant, hash) => (await texts()).get(tenant, hash),
  };
};
