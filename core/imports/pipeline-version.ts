/** Names how records are read and normalised; it rises when the same line would become another row. */
export const PIPELINE_VERSION = '2';
