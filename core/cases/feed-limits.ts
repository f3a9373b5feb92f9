/** Most bytes of a feed's JSON: what two writers of one case read and write each time, and one answer can carry. */
export const MOST_FEED_BYTES = 4 * 1024 * 1024;
