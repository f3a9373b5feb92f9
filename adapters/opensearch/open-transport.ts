import { AwsSigv4Signer } from '@opensearch-project/opensearch/aws-v3';
import Connection from '@opensearch-project/opensearch/lib/Connection.js';
import Transport from '@opensearch-project/opensearch/lib/Transport.js';
import { CloudConnectionPool } from '@opensearch-project/opensearch/lib/pool/index.js';
import { plainSerializer } from './plain-serializer.ts';
import type { SearchUrl } from './search-url.ts';

/** Keys with which AWS knows the caller, asked for again when they run out. */
export type AwsCredentials = () => Promise<{
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  readonly expiration?: Date | undefined;
}>;

/** Every call names its own, shorter time. */
const LONGEST_MILLISECONDS = 30_000;

/** Nobody listens to the client's events. */
const emit = (): boolean => false;

const partsOf = ({ signing, region = '' }: SearchUrl, credentials: AwsCredentials) =>
  signing === 'none'
    ? { Connection, Transport }
    : AwsSigv4Signer({
        region,
        service: signing,
        // The signer's type is that of the older SDK, which wants a token even where there is none.
        getCredentials: async () => {
          const { sessionToken = '', ...keys } = await credentials();
          return { ...keys, sessionToken };
        },
      });

/** A transport of the OpenSearch client to one address: it neither looks around for nodes nor tries again by itself. */
export const openTransport = (
  url: SearchUrl,
  credentials: AwsCredentials,
): InstanceType<typeof Transport> => {
  const parts = partsOf(url, credentials);
  // The one of the pools that has one connection and never calls it dead.
  const connectionPool = new CloudConnectionPool({ emit, ssl: {}, Connection: parts.Connection });
  connectionPool.addConnection(url.node.href);
  return new parts.Transport({
    emit,
    connectionPool,
    serializer: plainSerializer,
    maxRetries: 0,
    requestTimeout: LONGEST_MILLISECONDS,
    sniffEndpoint: '',
  });
};
