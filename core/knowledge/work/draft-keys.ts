import { draftsOf } from '#core/knowledge/drafts-of.ts';

/** Drafts of one pattern, from one evidence, by one writer; they are counted from 1. */
export type DraftSeries = {
  readonly tenant: string;
  readonly patternId: string;
  readonly evidence: string;
  /** The writer's name. */
  readonly writer: string;
};

/** Where a draft of a series is kept, and where the run is named that makes it. */
export const draftKeys = (
  { tenant, patternId, evidence, writer }: DraftSeries,
  number: number,
): { readonly draft: string; readonly claim: string } => {
  const series = `${draftsOf(tenant, patternId)}${encodeURIComponent(evidence)}/${encodeURIComponent(writer)}`;
  return { draft: `${series}/${number}.json`, claim: `${series}/${number}.claim.json` };
};
