/** Where the SQS emulator is asked to give back all messages in flight of the queue named after it. */
export const RELEASE_PATH = '/_caselore/release';

/** Where the SQS emulator is asked to answer all who wait at the queue named after it, so that no message goes to one who left. */
export const HANG_UP_PATH = '/_caselore/hang-up';
