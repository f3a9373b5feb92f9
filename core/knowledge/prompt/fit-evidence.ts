import { shortened } from '#core/embedding/shortened.ts';
import type { Evidence, EvidenceCase, EvidenceField, EvidenceText } from '#core/knowledge/evidence.ts';
import { tokensOf } from './tokens-of.ts';

/** A case as a model is shown it: its label in place of its id, and as much of its texts as there is room for. */
export type ShownCase = {
  readonly label: string;
  readonly caseId: string;
  readonly product: string | undefined;
  readonly texts: readonly EvidenceText[];
};

/** No case takes more than this share of the room: an article rests on several. */
const MOST_SHARE = 0.25;
/** What is left below this share of the room is too little for another case. */
const LEAST_SHARE = 0.1;
/** What tells most comes first where there is no room for all; of a feed, its end. */
const FIRST: readonly EvidenceField[] = ['title', 'resolution', 'description', 'feed'];
/** A rest so short says nothing. */
const LEAST_CHARACTERS = 40;
const CHARACTERS_OF_A_TOKEN = 3;

const cut = (body: string, tokens: number): string => {
  if (tokensOf(body) <= tokens) return body;
  let fitting = shortened(body, tokens * CHARACTERS_OF_A_TOKEN);
  while (fitting !== '' && tokensOf(fitting) > tokens)
    fitting = shortened(fitting, Math.floor(fitting.length * 0.8));
  return fitting;
};

const rank = ({ field }: EvidenceText): number => FIRST.indexOf(field);

/** The texts that fit, in the order in which they stand in the case. */
const fitTexts = (texts: readonly EvidenceText[], room: number): readonly EvidenceText[] => {
  const places = texts.map((text, place) => ({ text, place }));
  const urgent = places.toSorted(
    (one, other) =>
      rank(one.text) - rank(other.text) ||
      (one.text.field === 'feed' ? other.place - one.place : one.place - other.place),
  );
  let left = room;
  const kept: typeof places = [];
  for (const { text, place } of urgent) {
    const body = cut(text.body, left);
    if (body.trim() === '' || (body !== text.body && body.length < LEAST_CHARACTERS)) continue;
    left -= tokensOf(body);
    kept.push({ text: { ...text, body }, place });
  }
  return kept.toSorted((one, other) => one.place - other.place).map(({ text }) => text);
};

const tokensIn = ({ texts }: ShownCase): number => texts.reduce((sum, { body }) => sum + tokensOf(body), 0);

const show = ({ id, product, texts }: EvidenceCase, n: number, room: number): ShownCase => ({
  label: `c${n + 1}`,
  caseId: id,
  product,
  texts: fitTexts(texts, room),
});

/** The cases that fit into so many tokens, those first that say most; always one at least. */
export const fitEvidence = ({ cases }: Pick<Evidence, 'cases'>, mostTokens: number): readonly ShownCase[] => {
  const room = cases.length === 1 ? mostTokens : Math.floor(mostTokens * MOST_SHARE);
  const shown: ShownCase[] = [];
  let left = mostTokens;
  for (const one of cases) {
    const next = show(one, shown.length, Math.min(room, left));
    if (next.texts.length === 0) continue;
    left -= tokensIn(next);
    shown.push(next);
    if (left < mostTokens * LEAST_SHARE) break;
  }
  return shown;
};
