/** Where the drafts of a pattern are kept, whatever evidence and writer they are of: what their keys begin with. */
export const draftsOf = (tenant: string, patternId: string): string =>
  `${tenant}/drafts/${encodeURIComponent(patternId)}/`;
