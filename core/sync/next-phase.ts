import type { CaseSource, SourceStream } from '#core/ports/case-source.ts';
import { isStream, NO_TALLY, PHASES, type SyncCursor, type SyncPhase } from './sync-cursor.ts';
import type { SyncDeps } from './sync-deps.ts';

/** Earlier than any change. */
const THE_BEGINNING = '0001-01-01T00:00:00.000Z';

/** Phases of a sweep only. */
const SWEEPING: ReadonlySet<SyncPhase> = new Set<SyncPhase>(['missing', 'counting', 'gone']);

/** The phase after one; a stream that the source does not have is left out, and comparing without a sweep. */
const after = ({ phase, sweep }: SyncCursor, { streams }: CaseSource): SyncPhase => {
  const from = phase === 'done' ? 0 : PHASES.indexOf(phase) + 1;
  const wanted = PHASES.slice(from).find((one) => {
    if (isStream(one)) return streams.includes(one);
    return sweep || !SWEEPING.has(one);
  });
  return wanted ?? 'done';
};

/** A stream is followed from where it was followed to, and a little before, for what was committed late; from further back, where an import fell short. */
const startOf = (stream: SourceStream, { marks, rewinds }: SyncCursor, overlapSeconds: number) => {
  const [mark, rewind] = [marks[stream], rewinds[stream]];
  if (mark === undefined) return { time: THE_BEGINNING, rewound: false };
  const usual = new Date(Date.parse(mark) - overlapSeconds * 1_000).toISOString();
  return rewind !== undefined && rewind < usual
    ? { time: rewind, rewound: true }
    : { time: usual, rewound: rewind !== undefined };
};

/** Cases are read with their feeds: when all of them were read for the first time, feeds are known up to then as well. */
const marksAfter = (stream: SourceStream, { marks, since }: SyncCursor): SyncCursor['marks'] =>
  stream === 'cases' && marks.cases === undefined
    ? { cases: since, feed: since, comments: since }
    : { ...marks, [stream]: since };

/**
 * Ends the cursor's phase and begins the next. A stream that was read to its end was followed up to the source's time
 * at which its reading began, whatever times its rows bear.
 */
export const nextPhase = async (
  { source, settings }: Pick<SyncDeps, 'source' | 'settings'>,
  cursor: SyncCursor,
): Promise<SyncCursor> => {
  const { phase: ended, since } = cursor;
  const phase = after(cursor, source);
  const marks = isStream(ended) ? marksAfter(ended, cursor) : cursor.marks;
  const begun: SyncCursor = {
    ...cursor,
    phase,
    marks,
    since: phase === 'done' ? since : await source.now(),
    position: undefined,
    page: undefined,
    epoch: cursor.epoch + 1,
    rewound: false,
    tally: NO_TALLY,
  };
  if (!isStream(phase)) return begun;
  const { time, rewound } = startOf(phase, begun, settings.overlapSeconds);
  return { ...begun, position: { time }, rewound, rewinds: { ...begun.rewinds, [phase]: undefined } };
};
