// The parts of the client are imported one by one, since the whole is 290 KB; its own declarations of them say
// `default` where the CommonJS modules are the class itself.
declare module '@opensearch-project/opensearch/lib/Transport.js' {
  import type { Transport } from '@opensearch-project/opensearch';

  const part: typeof Transport;
  export default part;
}

declare module '@opensearch-project/opensearch/lib/Connection.js' {
  import type { Connection } from '@opensearch-project/opensearch';

  const part: typeof Connection;
  export default part;
}
