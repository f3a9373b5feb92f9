/** Stands before a match in a snippet from the index: a control character that no passage holds. */
export const MATCH_START = '\u0002';

/** Stands after a match in a snippet from the index. */
export const MATCH_END = '\u0003';
