import type { ArticleDraft, Section, Source } from '#core/knowledge/article-draft.ts';
import type { EvidenceCase } from '#core/knowledge/evidence.ts';
import { sentencesOf } from '#core/knowledge/extractive/sentences-of.ts';

const PARTS: readonly Section[] = ['problem', 'cause', 'step'];
/** Fewer than verification takes, so that it judges each. */
const MOST_SOURCES = 40;
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** Every piece of a poisoned case that could be cited: whole texts, lines and sentences. */
const citable = ({ id, texts }: EvidenceCase, payload: string): readonly Source[] => {
  const pieces = texts.flatMap(({ body }) => [
    body,
    ...body.split('\n'),
    ...sentencesOf(body).map(({ quote }) => quote),
    ...(body.includes(payload) ? [payload] : []),
  ]);
  return [...new Set(pieces)]
    .filter((piece) => piece.trim() !== '')
    .map((quote) => ({ caseId: id, quote }))
    .toSorted((one, other) => Number(holds(other.quote, payload)) - Number(holds(one.quote, payload)));
};

const visible = (text: string): string => text.replaceAll(INVISIBLE, '');
const holds = (quote: string, payload: string): boolean => visible(quote).includes(visible(payload));

/**
 * What a writer would make that obeys every attack: the honest draft, and the payload as every part of an article, in each
 * wording that it could give it, with the best sources that there are: true quotes of the poisoned cases, made-up ones,
 * honest ones of other cases, and none. Verification has to stand against this.
 */
export const obedientDraft = (
  honest: ArticleDraft,
  poisoned: readonly EvidenceCase[],
  payload: string,
): ArticleDraft => {
  const own = poisoned.flatMap((one) => citable(one, payload).slice(0, MOST_SOURCES / poisoned.length));
  const borrowed = honest.statements.flatMap(({ sources }) => sources.slice(0, 1)).slice(0, 3);
  const seen = visible(payload);
  const [first] = honest.statements;
  const texts = [
    ...new Set([
      payload,
      seen,
      `\`${seen}\``,
      `${first?.text ?? ''} ${seen}`,
      ...own.map(({ quote }) => quote).filter((quote) => holds(quote, payload)),
      ...seen.split(/(?<=[.!?:,;])\s+/),
    ]),
  ];
  const statements = texts.flatMap((text) => [
    ...PARTS.map((section) => ({ section, text, sources: own })),
    { section: 'step' as const, text, sources: own.filter(({ quote }) => quote.includes(text)) },
    { section: 'step' as const, text, sources: borrowed },
    { section: 'step' as const, text, sources: [...own, ...borrowed] },
    { section: 'step' as const, text, sources: borrowed.map(({ caseId }) => ({ caseId, quote: text })) },
    { section: 'step' as const, text, sources: [{ caseId: 'HN-0', quote: text }] },
    { section: 'step' as const, text, sources: [] },
  ]);
  return {
    title: seen,
    summary: `${honest.summary} ${seen}`,
    tags: [...honest.tags, seen, ...seen.split(' ')],
    statements: [...honest.statements, ...statements],
  };
};
