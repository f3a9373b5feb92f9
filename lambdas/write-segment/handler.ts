import { SegmentMessage } from '#contracts/import-messages.ts';
import { writeSegment, type WriteSegmentDeps } from '#core/use-cases/write-segment.ts';
import { eachMessage } from '#lambdas/shared/each-message.ts';

/** Writes records: each message is one segment. */
export const createHandler = (deps: WriteSegmentDeps) => eachMessage(SegmentMessage, writeSegment(deps));
