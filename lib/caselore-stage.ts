import { Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import type { Bundles } from '#lib/bundling/bundles.ts';
import { ApiStack } from '#lib/stacks/api.ts';
import { CaseSourceStack } from '#lib/stacks/case-source.ts';
import { DataStack } from '#lib/stacks/data.ts';
import { JobsStack } from '#lib/stacks/jobs.ts';
import { ObservabilityStack } from '#lib/stacks/observability.ts';
import { PipelineStack } from '#lib/stacks/pipeline.ts';
import { SearchStack } from '#lib/stacks/search.ts';

type CaseloreStageProps = { readonly settings: Settings; readonly bundles: Bundles };

/** One whole environment: what holds data first, then what may be replaced at any time. */
export class CaseloreStage extends Stage {
  constructor(scope: Construct, id: string, { settings, bundles }: CaseloreStageProps) {
    super(scope, id, { env: { account: settings.account, region: settings.region } });
    const data = new DataStack(this, 'data', { settings });
    const { key, searchGenerations: generations } = data;
    const { backend: search } = new SearchStack(this, 'search', { settings, key, generations });
    const pipeline = new PipelineStack(this, 'pipeline', { settings, bundles, data, search });
    const { queues } = pipeline;
    const { caseSource } = settings;
    const source = caseSource && new CaseSourceStack(this, 'source', { settings, caseSource, bundles, data });
    const jobs = new JobsStack(this, 'jobs', { settings, bundles, data, search, queues, source });
    const api = new ApiStack(this, 'api', { settings, bundles, data, search, queues, jobs: jobs.jobs });
    const watched = [pipeline, jobs, api, ...(source ? [source] : [])];
    new ObservabilityStack(this, 'observability', { settings, key, watched, data });
  }
}
