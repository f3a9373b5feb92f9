import { CfnParameter, CfnWaitConditionHandle, Fn } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import type { SearchBackend } from '#lib/constructs/search-backend.ts';
import { SearchCollection } from '#lib/constructs/search-collection.ts';
import { AppStack } from './app-stack.ts';

type SearchStackProps = { readonly settings: Settings; readonly key: Key };

/** The search index: a collection in the cloud, a directory on a laptop. Everything in it can be rebuilt from the tables. */
export class SearchStack extends AppStack {
  readonly backend: SearchBackend;

  constructor(scope: Construct, id: string, { settings, key }: SearchStackProps) {
    super(scope, id, { settings, description: 'Caselore: search index', stateful: true });
    const { search, embedder, protect, stage } = settings;
    if (search.engine === 'sqlite') {
      this.backend = { url: this.directory(), embedder };
    } else {
      const { capacity } = search;
      const collection = new SearchCollection(this, 'Index', {
        name: `caselore-${stage}`,
        key,
        protect,
        capacity,
      });
      this.backend = { url: collection.endpoint, embedder, collection };
    }
  }

  private directory(): string {
    const directory = new CfnParameter(this, 'DataDirectory', {
      default: '/mnt/caselore',
      description: 'Absolute directory that keeps the index',
    });
    // CloudFormation refuses a template without resources; this one does nothing and costs nothing.
    new CfnWaitConditionHandle(this, 'Nothing');
    return Fn.join('', ['sqlite:', directory.valueAsString, '/search']);
  }
}
