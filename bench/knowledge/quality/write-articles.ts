import { extractiveWriter } from '#adapters/embedded/extractive-writer.ts';
import { knowledgeSettings } from '#config/knowledge-settings.ts';
import { evidenceOf } from '#core/knowledge/evidence-of.ts';
import type { FoundPattern } from '#core/knowledge/find-patterns.ts';
import { renderArticle } from '#core/knowledge/render-article.ts';
import { sufficiencyOf } from '#core/knowledge/sufficiency.ts';
import type { Removed, Replaced } from '#core/knowledge/verification/verified.ts';
import { verifyDraft } from '#core/knowledge/verification/verify-draft.ts';
import { patternOf } from './pattern-of.ts';
import type { KnownCase } from './sample-cases.ts';
import type { WrittenArticle } from './written-article.ts';

/** The true pattern of most of some cases. */
const commonest = (cases: readonly KnownCase[]): string =>
  [...Map.groupBy(cases, ({ truth }) => truth.pattern ?? 'noise')].toSorted(
    ([, one], [, other]) => other.length - one.length,
  )[0]?.[0] ?? 'noise';

/** Writes the articles of the patterns that were found, with the statements that verification took away, and counts by reason those of which none came. */
export const writeArticles = async (found: readonly FoundPattern[], known: readonly KnownCase[]) => {
  const caseOf = new Map(known.map((one) => [one.row.id, one]));
  const writer = extractiveWriter();
  const articles: WrittenArticle[] = [];
  const removed: Removed[] = [];
  const replaced: Replaced[] = [];
  const refused: Record<string, number> = {};
  for (const { caseIds } of found) {
    const cases = caseIds.flatMap((id) => caseOf.get(id) ?? []);
    const rows = cases.map(({ row }) => row);
    const evidence = evidenceOf(patternOf(caseIds[0] ?? '', rows), rows);
    const verdict = sufficiencyOf(evidence, knowledgeSettings.sufficiency);
    if (!verdict.sufficient) {
      refused[verdict.reason] = (refused[verdict.reason] ?? 0) + 1;
      continue;
    }
    const verified = verifyDraft((await writer.write(evidence)).draft, evidence);
    removed.push(...verified.removed);
    if (!verified.ok) {
      refused[verified.reason] = (refused[verified.reason] ?? 0) + 1;
      continue;
    }
    replaced.push(...verified.replaced);
    const { draft } = verified;
    articles.push({
      truth: commonest(cases),
      cases,
      evidence,
      draft,
      rendered: renderArticle(draft, evidence),
    });
  }
  return { articles, refused, removed, replaced };
};
