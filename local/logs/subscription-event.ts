import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

type Delivery = {
  readonly owner: string;
  readonly logGroup: string;
  readonly filter: string;
  /** Where the lines stand, so that the same ones have the same ids when they come again. */
  readonly place: string;
  readonly lines: readonly string[];
  readonly now: Date;
};

/** The event that CloudWatch Logs calls a function with: gzip in base64 around the lines. */
export const subscriptionEvent = ({ owner, logGroup, filter, place, lines, now }: Delivery) => {
  const payload = {
    messageType: 'DATA_MESSAGE',
    owner,
    logGroup,
    logStream: 'local',
    subscriptionFilters: [filter],
    logEvents: lines.map((message, n) => ({
      id: createHash('sha256').update(`${logGroup} ${place} ${n}`).digest('hex').slice(0, 56),
      timestamp: now.getTime(),
      message,
    })),
  };
  return { awslogs: { data: gzipSync(JSON.stringify(payload)).toString('base64') } };
};
