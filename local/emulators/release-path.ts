/** Where the SQS emulator is asked to give back all messages in flight of the queue named after it. */
export const RELEASE_PATH = '/_caselore/release';
