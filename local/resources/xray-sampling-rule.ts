import * as z from 'zod';
import type { ResourceType } from '../resource-type.ts';
import { physicalName } from '../physical-name.ts';
import type { Sampling } from '../tracing/create-sampling.ts';

const Rule = z.object({ RuleName: z.string().optional(), FixedRate: z.coerce.number().min(0).max(1) });
const Named = z.object({ SamplingRule: z.object({ RuleName: z.string().optional().catch(undefined) }) });
const Properties = z.object({ SamplingRule: Rule });

/** Records as large a share of the API's requests as the rule says. There is one API, so the rule's filters decide nothing here. */
export const xraySamplingRule = (sampling: Sampling): ResourceType => ({
  type: 'AWS::XRay::SamplingRule',

  identify(resource, { region, accountId }) {
    const name =
      Named.parse(resource.properties).SamplingRule.RuleName ?? physicalName(resource, { maxLength: 32 });
    return {
      ref: name,
      attributes: { RuleARN: `arn:aws:xray:${region}:${accountId}:sampling-rule/${name}` },
    };
  },

  async start(resource) {
    sampling.setShare(Properties.parse(resource.properties).SamplingRule.FixedRate);
    return undefined;
  },
});
