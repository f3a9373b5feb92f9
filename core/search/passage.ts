/** What a passage comes from. */
export type PassageKind = 'case' | 'article' | 'document';

/** Names a passage inside its tenant. */
export type PassageKey = { readonly kind: PassageKind; readonly id: string };

/** The unit that the search index holds: a case, an article, a part of a document. */
export type Passage = PassageKey & {
  readonly tenant: string;
  /** Version of the row that it was made from, from 1. */
  readonly version: number;
  readonly title: string | undefined;
  /** A few sentences that stand for the text; cases have none. */
  readonly summary: string | undefined;
  readonly text: string;
  /** Of length 1, by the model of the index; absent when the text says nothing to the model. */
  readonly vector: Float32Array | undefined;
  readonly category: string | undefined;
  readonly product: string | undefined;
  readonly status: string | undefined;
  /** Where an article stands; absent for what has no states. */
  readonly state: string | undefined;
  readonly audience: string | undefined;
  readonly customer: string | undefined;
  readonly tags: readonly string[];
  /** ISO 8601 UTC with milliseconds, as all times here. */
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** What filters ask of a record and results show of it, without its long texts. */
export type RecordCard = Omit<Passage, 'tenant' | 'summary' | 'text' | 'vector'>;

/** A passage's key as one text, for maps. */
export const passageKeyText = ({ kind, id }: PassageKey): string => `${kind}#${id}`;
