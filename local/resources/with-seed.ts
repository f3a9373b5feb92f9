import * as z from 'zod';
import { putSeed, SeedMetadata } from '../dynamodb/put-seed.ts';
import type { ResourceType } from '../resource-type.ts';

const Keyed = z.object({
  KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) })),
});

/** A table type that also puts the seed rows of the table's metadata. */
export const withSeed = (table: ResourceType): ResourceType => ({
  ...table,
  async start(resource, context) {
    const running = await table.start?.(resource, context);
    const rows = SeedMetadata.parse(resource.metadata)['caselore:seed'];
    const { KeySchema } = Keyed.parse(resource.properties);
    const partitionKey = KeySchema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName;
    if (rows.length > 0 && partitionKey !== undefined)
      await putSeed({ name: table.identify(resource, context).ref, partitionKey }, rows, context);
    return running;
  },
});
