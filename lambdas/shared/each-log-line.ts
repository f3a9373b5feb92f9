import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import * as z from 'zod';
import { log } from './log.ts';
import { measure } from './measure.ts';
import { observed } from './observed.ts';

const unpack = promisify(gunzip);

/** A subscription delivers at most 6 MB, unpacked; this bounds what a broken one could blow up to. */
const MOST_BYTES = 32 * 1024 * 1024;

const Delivery = z.object({ awslogs: z.object({ data: z.base64() }) });
const Batch = z.object({
  /** A control message only asks whether somebody is there. */
  messageType: z.enum(['DATA_MESSAGE', 'CONTROL_MESSAGE']),
  logEvents: z.array(z.object({ id: z.string(), message: z.string() })),
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The handler of a log subscription: the lines that have the schema's form; others are left out, counted and named by their event. */
export const eachLogLine = <Line extends z.ZodType>(
  schema: Line,
  handle: (lines: readonly z.infer<Line>[]) => Promise<void>,
) =>
  observed(async (event: unknown): Promise<void> => {
    const { data } = Delivery.parse(event).awslogs;
    const bytes = await unpack(Buffer.from(data, 'base64'), { maxOutputLength: MOST_BYTES });
    const batch = Batch.parse(JSON.parse(bytes.toString('utf8')));
    if (batch.messageType === 'CONTROL_MESSAGE') return;
    const lines = batch.logEvents.map(({ id, message }) => ({ id, line: schema.safeParse(parsed(message)) }));
    const broken = lines.filter(({ line }) => !line.success).map(({ id }) => id);
    if (broken.length > 0) log('LOG_LINES_UNREADABLE', { events: broken.slice(0, 10), count: broken.length });
    measure('LogLinesRead', lines.length - broken.length);
    await handle(lines.flatMap(({ line }) => (line.success ? [line.data] : [])));
  });
