import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bedrockClient } from '#adapters/bedrock/bedrock-client.ts';
import { converseArticleWriter } from '#adapters/bedrock/converse-article-writer.ts';
import { WRITER_DIALECTS } from '#adapters/bedrock/writer-dialects.ts';
import { withinBudget } from '#core/knowledge/budget/within-budget.ts';
import { evidenceOf } from '#core/knowledge/evidence-of.ts';
import { mostCostOf } from '#core/knowledge/prompt/writer-terms.ts';
import { sufficiencyOf } from '#core/knowledge/sufficiency.ts';
import { estimateGeneration } from '#core/use-cases/estimate-generation.ts';
import { startConverseEndpoint } from '#test/support/converse-endpoint.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { knowledgeOfSample } from '#test/support/knowledge-of-sample.ts';
import { memoryBudgets } from '#test/support/memory-budgets.ts';

let endpoint: Awaited<ReturnType<typeof startConverseEndpoint>>;
beforeAll(async () => {
  process.env['AWS_ACCESS_KEY_ID'] = 'nobody';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'nothing';
  endpoint = await startConverseEndpoint();
});
afterAll(() => endpoint.stop());

const TERMS = {
  writer: 'claude-haiku-5-5',
  microUsdPerToken: { input: 0.1, output: 0.5 },
  outputTokens: { typical: 1_500, most: 12_000 },
  secondsADraft: 20,
};

describe('estimateGeneration beside what a service counts', () => {
  it('is near it, and no draft costs more than was held back for it', async () => {
    const world = await knowledgeOfSample(600);
    const [budgets, clock, limits] = [memoryBudgets(), fixedClock(), { monthly: 1e9, run: 1e9 }];
    const writer = converseArticleWriter({
      client: bedrockClient('us-east-1', { endpoint: endpoint.url }),
      modelId: 'global.anthropic.claude-haiku-5-5',
      dialect: WRITER_DIALECTS['claude-haiku-5-5'],
      terms: TERMS,
      millisecondsADraft: 30_000,
    });
    const pay = withinBudget({ budgets, limits, clock });
    const estimated = await estimateGeneration({ ...world, budgets, limits, clock, terms: TERMS })('demo');

    let cost = 0;
    for (const pattern of world.stored) {
      const rows = await world.cases.findMany('demo', await world.patterns.caseIds('demo', pattern.id));
      const evidence = evidenceOf(
        pattern,
        [...rows.values()].filter((row) => !row.deleted),
      );
      if (!sufficiencyOf(evidence, world.sufficiency).sufficient) continue;
      const draft = { tenant: 'demo', run: 'run-1', patternId: pattern.id, evidence: pattern.evidence };
      const mostMicroUsd = mostCostOf(TERMS, evidence);
      const paid = await pay({ ...draft, mostMicroUsd }, () => writer.write(evidence));
      expect(paid).toMatchObject({ kind: 'done' });
      if (paid.kind !== 'done') continue;
      expect(paid.result.costMicroUsd).toBeLessThanOrEqual(mostMicroUsd);
      cost += paid.result.costMicroUsd;
    }

    const counted = endpoint.usages.reduce((sum, { inputTokens }) => sum + inputTokens, 0);
    expect(estimated.drafts).toBeGreaterThan(3);
    expect(Math.abs(endpoint.usages.length - estimated.drafts)).toBeLessThanOrEqual(2);
    expect(estimated.tokens.input / counted).toBeGreaterThan(0.7);
    expect(estimated.tokens.input / counted).toBeLessThan(1.4);
    expect(await budgets.usedBy('demo', '2026-03')).toBe(cost);
  });
});
