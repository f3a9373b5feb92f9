import type { SearchExplanation, SearchResult } from '#contracts/search.ts';
import type { HitDetails } from '#core/ports/search-index.ts';
import type { ArmWeights } from './arm-weights.ts';
import { roundedScore } from './candidate-order.ts';
import type { ArmScore } from './fuse.ts';
import { passageKeyText } from './passage.ts';
import { snippetHtml } from './snippet-html.ts';
import type { VisibleHit } from './visible-page.ts';

/** Characters of a text from which a snippet without matches is made. */
const BEGINNING = 400;

/** What the answer says beyond the hits themselves. */
type Telling = {
  readonly weights: ArmWeights;
  readonly details: ReadonlyMap<string, HitDetails>;
  readonly explain: boolean;
};

const explained = (arm: ArmScore | undefined, weight: number) => (arm ? { ...arm, weight } : null);

const explanation = ({ candidate }: VisibleHit, { weights }: Telling): SearchExplanation => ({
  keyword: explained(candidate.keyword, weights.keyword),
  vector: explained(candidate.vector, weights.vector),
  exact_title: candidate.exactTitle,
});

/** A passage older than its row may hold words that the row no longer has: then the row speaks for itself. */
const snippetOf = ({ candidate, record }: VisibleHit, details: HitDetails | undefined): string => {
  if (details && candidate.version === record.card.version) return snippetHtml(details.snippet);
  const { text, title } = record.passage();
  return snippetHtml((text || (title ?? '')).slice(0, BEGINNING));
};

const scoresOf = ({ candidate }: VisibleHit, { weights }: Telling, details: HitDetails | undefined) => ({
  keyword: weights.keyword > 0 ? roundedScore(details?.coverage ?? 0) : null,
  vector: weights.vector > 0 ? roundedScore(details?.cosine ?? candidate.vector?.score ?? 0) : null,
});

/** Hits as the API shows them; title, category, product and time are those of the row. */
export const searchResults = (hits: readonly VisibleHit[], telling: Telling): SearchResult[] =>
  hits.map((hit) => {
    const { candidate, record } = hit;
    const { id, title, category, product, updatedAt } = record.card;
    const details = telling.details.get(passageKeyText(candidate));
    return {
      id,
      type: candidate.kind,
      title: title ?? null,
      snippet: snippetOf(hit, details),
      score: candidate.score,
      scores: scoresOf(hit, telling, details),
      category: category ?? null,
      product: product ?? null,
      updated_at: updatedAt,
      ...(telling.explain && { explain: explanation(hit, telling) }),
    };
  });
