/** The id of the article that is generated of a pattern: one for each, whoever writes it and however often. */
export const articleOfPattern = (patternId: string): string => `kb-${patternId}`;
