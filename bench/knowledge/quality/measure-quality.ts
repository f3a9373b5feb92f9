import { bCubed } from '../b-cubed.ts';
import { scorePairs } from '../pairwise.ts';
import { coverageOf, KINDS, wrongFixesIn } from './coverage.ts';
import { groupCases, isResolved } from './group-cases.ts';
import { refusalsOf } from './refusals.ts';
import { knownCases, type KnownCase } from './sample-cases.ts';
import { supportOf } from './support.ts';
import { writeArticles } from './write-articles.ts';
import { textOfArticle, type WrittenArticle } from './written-article.ts';

const LEAST_CASES = 5;

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const share = (part: number, whole: number): number => rounded(whole === 0 ? 1 : part / whole);

/** Goes the whole way with one sample, from cases to articles, and measures it against the truth. */
export const measureQuality = async (seed: number, size: number) => {
  const known = knownCases(seed, size);
  const resolved = known.filter(({ row }) => isResolved(row));
  const found = groupCases(resolved.map(({ row }) => row));
  const cpu = process.cpuUsage();
  const { articles, refused, removed, replaced } = await writeArticles(found, resolved);
  const { user, system } = process.cpuUsage(cpu);
  return {
    seed,
    resolved_cases: resolved.length,
    ...grouping(found, resolved, known),
    articles: { written: articles.length, refused, ...againstTruth(articles, resolved) },
    claims: { ...claimsOf(articles), removed: byReason(removed), replaced: byReason(replaced) },
    gold_facts: goldFacts(articles),
    wrong_fixes: articles.flatMap(wrongFixesIn).length,
    personal_data_leaks: articles.flatMap(leaksIn).length,
    customer_leaks: articles.flatMap(customersIn).length,
    refusals: refusals(known),
    writing_cpu_seconds: rounded((user + system) / 1e6),
  };
};

const byReason = (all: readonly { readonly reason: string }[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(all, ({ reason }) => reason)].map(([reason, own]) => [reason, own.length]),
  );

const grouping = (
  found: ReturnType<typeof groupCases>,
  resolved: readonly KnownCase[],
  known: readonly KnownCase[],
) => {
  const clusterOf = new Map(found.flatMap(({ caseIds }, cluster) => caseIds.map((id) => [id, cluster])));
  const clusters = resolved.map(({ row }, place) => clusterOf.get(row.id) ?? -1 - place);
  const patterns = resolved.map(({ truth }) => truth.pattern);
  const pairs = scorePairs(clusters, patterns);
  const cubed = bCubed(clusters, patterns);
  const noise = known.filter(({ truth }) => truth.role === 'noise');
  return {
    pairwise: { precision: rounded(pairs.precision), recall: rounded(pairs.recall) },
    b_cubed: { precision: rounded(cubed.precision), recall: rounded(cubed.recall) },
    noise: { cases: noise.length, grouped: noise.filter(({ row }) => clusterOf.has(row.id)).length },
  };
};

const againstTruth = (articles: readonly WrittenArticle[], resolved: readonly KnownCase[]) => {
  const told = new Set(articles.map(({ truth }) => truth));
  const sizes = Map.groupBy(
    resolved.filter(({ truth }) => truth.pattern !== undefined),
    ({ truth }) => truth.pattern,
  );
  const cited = articles.flatMap(({ truth, cases, rendered }) => {
    const patternOf = new Map(cases.map((one) => [one.row.id, one.truth.pattern]));
    return rendered.claims.flatMap(({ case_ids: ids }) => ids.map((id) => patternOf.get(id) === truth));
  });
  return {
    true_patterns: [...sizes.values()].filter(({ length }) => length >= LEAST_CASES).length,
    true_patterns_told: told.size,
    /** Articles about a true pattern beyond its first one. */
    duplicates: articles.length - told.size,
    citations_of_its_pattern: share(cited.filter(Boolean).length, cited.length),
  };
};

const claimsOf = (articles: readonly WrittenArticle[]) => {
  const all = articles.map(supportOf);
  return {
    claims: sum(all.map(({ claims }) => claims)),
    support: share(sum(all.map(({ supported }) => supported)), sum(all.map(({ claims }) => claims))),
    unsupported_literals: all.flatMap(({ unsupportedLiterals }) => unsupportedLiterals).length,
  };
};

type Carried = { readonly facts: number; readonly carried: number };

const kindsTold = (own: readonly Carried[]): number =>
  share(own.filter(({ carried }) => carried > 0).length, own.length);

const factsTold = (own: readonly Carried[]): number =>
  share(sum(own.map(({ carried }) => carried)), sum(own.map(({ facts }) => facts)));

const byKind = (
  own: readonly ({ readonly kind: string } & Carried)[],
  of: (some: readonly Carried[]) => number,
) => Object.fromEntries(KINDS.map((kind) => [kind, of(own.filter((one) => one.kind === kind))]));

const goldFacts = (articles: readonly WrittenArticle[]) => {
  const all = articles.flatMap(coverageOf).filter(({ facts }) => facts > 0);
  const best = all.map((one) => ({ kind: one.kind, ...one.best }));
  return {
    /** Kinds of facts (cause, fix, step, proof) of which an article tells at least one, in its section. */
    coverage: kindsTold(all),
    coverage_by_kind: byKind(all, kindsTold),
    /** Facts of one kind in the way of speaking that an article follows. */
    best_telling: factsTold(best),
    best_telling_by_kind: byKind(best, factsTold),
    /** All facts in all wordings: an article that is short on purpose tells some of them only. */
    every_fact: factsTold(all),
    every_fact_by_kind: byKind(all, factsTold),
  };
};

/** Strings of personal data, of any of an article's cases, that stand in it. */
const leaksIn = (article: WrittenArticle): readonly string[] => {
  const text = textOfArticle(article);
  return article.cases
    .flatMap(({ truth }) => truth.personal_data)
    .flatMap((data) => (text.includes(data.text) ? [data.text] : []));
};

const customersIn = (article: WrittenArticle): readonly string[] => {
  const text = textOfArticle(article);
  const customers = new Set(article.cases.flatMap(({ row }) => row.content.customer ?? []));
  return [...customers].filter((name) => text.includes(name));
};

const refusals = (known: readonly KnownCase[]) => {
  const patterns = [...Map.groupBy(known, ({ truth }) => truth.pattern)].flatMap(([pattern, own]) =>
    pattern === undefined ? [] : [own],
  );
  const judged = patterns
    .map((own) => ({
      resolved: own.filter(({ row }) => isResolved(row)),
      unresolved: own.filter(({ row }) => !isResolved(row)),
    }))
    .filter(({ resolved }) => resolved.length >= LEAST_CASES)
    .map(({ resolved, unresolved }) => refusalsOf(resolved, unresolved));
  const lacking = judged.flatMap((one) => one.lacking);
  return {
    whole_accepted: share(judged.filter(({ accepted }) => accepted).length, judged.length),
    lacking_refused: share(lacking.filter(({ refused }) => refused).length, lacking.length),
    right_reason: share(lacking.filter(({ reason }) => reason).length, lacking.length),
    refused_by_what_lacks: Object.fromEntries(
      [...Map.groupBy(lacking, ({ lack }) => lack)].map(([lack, own]) => [
        lack,
        share(own.filter(({ refused }) => refused).length, own.length),
      ]),
    ),
  };
};
