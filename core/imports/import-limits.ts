/** Most bytes of an upload: 1 GiB. */
export const MOST_UPLOAD_BYTES = 1024 ** 3;

/** Most bytes of an upload when it is unpacked: 5 GiB. */
export const MOST_UNPACKED_BYTES = 5 * 1024 ** 3;

/** Most records of an import. */
export const MOST_RECORDS = 1_000_000;

/** Most bytes of a record in its upload; a longer one is rejected without being held. Also what is read at once. */
export const MOST_LINE_BYTES = 4 * 1024 ** 2;

/** Most bytes of a segment of more than one record. */
export const MOST_SEGMENT_BYTES = 4 * 1024 ** 2;

/** Entries of one row of rejections. */
export const REJECTIONS_A_ROW = 100;
