import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import { AppFunction } from './app-function.ts';
import type { FunctionRuntime } from './function-runtime.ts';
import { knowledgeBudgetEnv } from './knowledge-budget-env.ts';
import type { KnowledgeData } from './knowledge-job.ts';
import { writerTermsEnv } from './writer-access.ts';

type KnowledgeAdminProps = {
  readonly settings: Settings;
  readonly runtime: FunctionRuntime;
  readonly data: Pick<KnowledgeData, 'cases' | 'content' | 'patterns' | 'knowledgeFiles' | 'budgets'>;
};

/** The function behind `/admin/knowledge`: it reads patterns and their cases as the writer would, and keeps budgets. */
export const knowledgeAdminFunction = (
  scope: Construct,
  { settings, runtime, data }: KnowledgeAdminProps,
): AppFunction =>
  new AppFunction(scope, 'KnowledgeAdmin', {
    name: 'knowledge-admin',
    runtime,
    errorImpact: 'what drafts of articles would cost and may cost can be neither seen nor set',
  })
    .bindTable('CASES_TABLE', data.cases, ['BatchGetItem'])
    .bindBucket('CONTENT_BUCKET', data.content, { get: ['*'] })
    .bindTable('PATTERNS_TABLE', data.patterns, ['GetItem', 'Query'])
    .bindBucket('KNOWLEDGE_BUCKET', data.knowledgeFiles, { get: ['*/patterns/*'] })
    .bindTable('BUDGETS_TABLE', data.budgets, ['GetItem', 'PutItem'])
    .addVariables(knowledgeBudgetEnv(settings.knowledge))
    .addEnvironment('KNOWLEDGE_SUFFICIENCY', JSON.stringify(settings.knowledge.sufficiency))
    .addVariables(writerTermsEnv(settings.knowledge.writer));
