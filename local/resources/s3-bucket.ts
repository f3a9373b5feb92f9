import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import type { LocalContext } from '../local-context.ts';
import { physicalName } from '../physical-name.ts';
import type { Resource, ResourceType } from '../resource-type.ts';
import { CorsConfiguration } from '../s3-front/cors.ts';
import type { S3Front } from '../s3-front/create-s3-front.ts';

const Named = z.object({ BucketName: z.string() });

const Properties = z.object({
  NotificationConfiguration: z
    .object({
      EventBridgeConfiguration: z
        .object({ EventBridgeEnabled: z.union([z.boolean(), z.stringbool()]).default(true) })
        .optional(),
    })
    .optional(),
  CorsConfiguration: CorsConfiguration.optional(),
});

const bucketName = (resource: Resource): string => {
  const named = Named.safeParse(resource.properties);
  return named.success ? named.data.BucketName : physicalName(resource, { lowerCase: true, maxLength: 63 });
};

/** A bucket of S3 in the emulator; the front sends its events and opens it to browsers as its properties say. */
export const s3Bucket = (front: Pick<S3Front, 'configure'>): ResourceType => ({
  type: 'AWS::S3::Bucket',
  identify(resource, { region }) {
    const name = bucketName(resource);
    return {
      ref: name,
      attributes: {
        Arn: `arn:aws:s3:::${name}`,
        DomainName: `${name}.s3.amazonaws.com`,
        RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
      },
    };
  },
  async start(resource, context) {
    const { NotificationConfiguration: notifications, CorsConfiguration: cors } = Properties.parse(
      resource.properties,
    );
    const name = bucketName(resource);
    await createBucket(name, context);
    front.configure(name, {
      sendsEvents: notifications?.EventBridgeConfiguration?.EventBridgeEnabled ?? false,
      cors: cors?.CorsRules ?? [],
    });
    return undefined;
  },
});

const createBucket = async (
  name: string,
  { endpoints, region, credentials }: LocalContext,
): Promise<void> => {
  const client = new S3Client({ endpoint: endpoints.s3, region, credentials, forcePathStyle: true });
  try {
    // The emulator answers success for a bucket that is there already.
    await client.send(new CreateBucketCommand({ Bucket: name }));
  } finally {
    client.destroy();
  }
};
