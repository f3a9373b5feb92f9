import { CfnParameter, CfnWaitConditionHandle, Fn } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import type { AppTable } from '#lib/constructs/app-table.ts';
import type { SearchBackend } from '#lib/constructs/search-backend.ts';
import { SearchCollection } from '#lib/constructs/search-collection.ts';
import { AppStack } from './app-stack.ts';

type SearchStackProps = { readonly settings: Settings; readonly key: Key; readonly generations: AppTable };

/** SQLite shows a write at once, OpenSearch Serverless after 10 s at most; DynamoDB's indexes are a second behind. */
const SETTLE_SECONDS = { sqlite: 2, opensearch: 20 } as const;

/** The search index: a collection in the cloud, on a laptop a directory or an OpenSearch that somebody runs. Everything in it can be rebuilt from the tables. */
export class SearchStack extends AppStack {
  readonly backend: SearchBackend;

  constructor(scope: Construct, id: string, { settings, key, generations }: SearchStackProps) {
    super(scope, id, { settings, description: 'Caselore: search index', stateful: true });
    const { search, embedder, protect, stage, region } = settings;
    if (search.engine === 'sqlite') {
      this.backend = {
        url: this.onALaptop(),
        embedder,
        generations,
        settleSeconds: SETTLE_SECONDS[search.engine],
      };
    } else {
      const { capacity, compression } = search;
      const collection = new SearchCollection(this, 'Index', {
        name: `caselore-${stage}`,
        key,
        protect,
        capacity,
      });
      const url = Fn.join('', [
        collection.endpoint,
        `/?signing=aoss&region=${region}&compression=${compression}`,
      ]);
      this.backend = {
        url,
        embedder,
        generations,
        collection,
        settleSeconds: SETTLE_SECONDS[search.engine],
      };
    }
  }

  private onALaptop(): string {
    const url = new CfnParameter(this, 'SearchUrl', {
      default: 'sqlite:/mnt/caselore/search',
      description: 'Where the index is: sqlite:<absolute directory>, or the address of an OpenSearch',
    });
    // CloudFormation refuses a template without resources; this one does nothing and costs nothing.
    new CfnWaitConditionHandle(this, 'Nothing');
    return url.valueAsString;
  }
}
