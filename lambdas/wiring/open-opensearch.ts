import { awsCredentials } from '#adapters/aws/clients.ts';
import { opensearchSearchIndex } from '#adapters/opensearch/opensearch-search-index.ts';
import { readSearchUrl } from '#adapters/opensearch/search-url.ts';
import { jitteredPause } from '#adapters/system/jittered-pause.ts';
import type { IndexName } from '#core/search/index-name.ts';

/** Opens an index of the OpenSearch at an address, as the address says that it is spoken to. */
export const openOpensearch = (url: string, name: IndexName) =>
  opensearchSearchIndex({
    url: readSearchUrl(url),
    name,
    credentials: awsCredentials,
    pause: jitteredPause,
  });
