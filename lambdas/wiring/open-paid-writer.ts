import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { dynamoBreakerStore } from '#adapters/aws/dynamo-breaker-store.ts';
import { dynamoBudgets } from '#adapters/aws/dynamo-budgets.ts';
import { WriterName } from '#contracts/writer-name.ts';
import { mostCostOf } from '#core/knowledge/prompt/writer-terms.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { DraftArticlesDeps } from '#core/use-cases/draft-articles.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { BudgetSetting } from './budget-setting.ts';
import { openArticleWriter } from './open-article-writer.ts';
import { writerTerms } from './writer-terms.ts';

type PaidWriter = Pick<DraftArticlesDeps, 'writer' | 'payment'>;

/** Opens the writer of articles and what it is paid from; a free one needs neither budget nor breaker. */
export const openPaidWriter = async (dynamo: DynamoDBDocumentClient, clock: Clock): Promise<PaidWriter> => {
  const { ARTICLE_WRITER: name } = readEnv({ ARTICLE_WRITER: WriterName });
  const writer = await openArticleWriter(() => {
    const { BREAKERS_TABLE: table } = readEnv({ BREAKERS_TABLE: z.string() });
    return { breakers: dynamoBreakerStore(dynamo, table), clock };
  });
  if (name === 'extractive') return { writer };
  const env = readEnv({ BUDGETS_TABLE: z.string(), KNOWLEDGE_BUDGET: BudgetSetting });
  const terms = writerTerms();
  return {
    writer,
    payment: {
      budgets: dynamoBudgets(dynamo, env.BUDGETS_TABLE, clock),
      limits: env.KNOWLEDGE_BUDGET,
      clock,
      mostMicroUsd: (evidence) => mostCostOf(terms, evidence),
    },
  };
};
