import type { KnowledgeEstimate } from '#contracts/knowledge-admin.ts';
import type { KnowledgeSufficiency } from '#contracts/knowledge-sufficiency.ts';
import { microUsdOf, usdOf } from '#core/knowledge/budget/usd.ts';
import { evidenceOf } from '#core/knowledge/evidence-of.ts';
import type { Evidence } from '#core/knowledge/evidence.ts';
import { articlePrompt } from '#core/knowledge/prompt/article-prompt.ts';
import { costOf, mostCostOf, type WriterTerms } from '#core/knowledge/prompt/writer-terms.ts';
import type { StoredPattern } from '#core/knowledge/stored-pattern.ts';
import { sufficiencyOf } from '#core/knowledge/sufficiency.ts';
import { isDue } from '#core/knowledge/work/is-due.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { PatternStore } from '#core/ports/pattern-store.ts';
import { readBudget, type ReadBudgetDeps } from './read-budget.ts';

export type EstimateGenerationDeps = ReadBudgetDeps & {
  patterns: Pick<PatternStore, 'list' | 'caseIds'>;
  cases: Pick<CaseStore, 'findMany'>;
  terms: WriterTerms;
  sufficiency: KnowledgeSufficiency;
};

const PAGE = 100;
/** Patterns that are looked into; the others are taken to be like them on average. A person waits for the answer. */
const MOST_SAMPLED = 16;
/** Cases that are read of each: an article cites no more. */
const MOST_CASES = 40;
/** Drafts that a run writes at once. */
const AT_ONCE = 2;
const SECONDS_A_MINUTE = 60;

type Sample = { readonly drafted: boolean; readonly input: number; readonly mostMicroUsd: number };

/** So many of a list, evenly spread over it. */
const spread = <Item>(items: readonly Item[], most: number): readonly Item[] => {
  const share = (n: number): number => Math.floor((n * most) / items.length);
  return items.length <= most ? items : items.filter((_, n) => share(n) !== share(n - 1));
};

const meanOf = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const sampleOf = (
  { terms, sufficiency }: Pick<EstimateGenerationDeps, 'terms' | 'sufficiency'>,
  evidence: Evidence,
): Sample =>
  sufficiencyOf(evidence, sufficiency).sufficient
    ? { drafted: true, input: articlePrompt(evidence).tokens, mostMicroUsd: mostCostOf(terms, evidence) }
    : { drafted: false, input: 0, mostMicroUsd: 0 };

/**
 * What a run of the job would take for a tenant now. Each pattern that is to be looked at counts; a sample of them is
 * read as the writer would read it, and stands for the rest.
 */
export const estimateGeneration = (deps: EstimateGenerationDeps) => {
  const { patterns, cases, terms, limits } = deps;
  const budgetOf = readBudget(deps);

  const dueOf = async (tenant: string): Promise<readonly StoredPattern[]> => {
    const due: StoredPattern[] = [];
    let after: string | undefined;
    do {
      const page = await patterns.list(tenant, PAGE, after);
      due.push(...page.patterns.filter(isDue));
      after = page.next;
    } while (after !== undefined);
    return due;
  };

  const look = async (pattern: StoredPattern): Promise<Sample> => {
    const ids = await patterns.caseIds(pattern.tenant, pattern.id);
    const rows = await cases.findMany(pattern.tenant, spread(ids, MOST_CASES));
    const living = [...rows.values()].filter((row) => !row.deleted);
    return sampleOf(deps, evidenceOf(pattern, living));
  };

  return async (tenant: string): Promise<KnowledgeEstimate> => {
    const [due, budget] = await Promise.all([dueOf(tenant), budgetOf(tenant)]);
    const samples = await Promise.all(spread(due, MOST_SAMPLED).map(look));
    const drafted = samples.filter((sample) => sample.drafted);
    const drafts = Math.round(due.length * meanOf(samples.map((sample) => (sample.drafted ? 1 : 0))));
    const tokens =
      terms.outputTokens.most === 0
        ? { input: 0, output: 0 }
        : {
            input: Math.round(drafts * meanOf(drafted.map(({ input }) => input))),
            output: drafts * terms.outputTokens.typical,
          };
    const cost = costOf(terms, tokens);
    // Before a draft is written, the most that it can cost is held back.
    const heldBack = AT_ONCE * Math.max(0, ...drafted.map(({ mostMicroUsd }) => mostMicroUsd));
    const left = Math.min(microUsdOf(budget.left_usd), limits.run);
    const minutes = (drafts * terms.secondsADraft) / AT_ONCE / SECONDS_A_MINUTE;
    return {
      patterns: due.length,
      drafts,
      tokens,
      cost_usd: usdOf(cost),
      minutes: Math.ceil(minutes * 10) / 10,
      writer: terms.writer,
      budget: {
        limit_usd: budget.limit_usd,
        spent_usd: budget.spent_usd,
        left_usd: budget.left_usd,
        enough: cost === 0 || cost + heldBack <= left,
      },
    };
  };
};
