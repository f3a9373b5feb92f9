import { describe, expect, it } from 'vitest';
import type { EvidenceText } from '#core/knowledge/evidence.ts';
import { standingOf } from '#core/knowledge/extractive/standing-of.ts';

const RESOLUTION: EvidenceText = { field: 'resolution', body: 'The roller was worn. Fitted a new roller.' };

const item = (type: EvidenceText['type'], body: string, day = 1): EvidenceText => ({
  field: 'feed',
  type,
  body,
  at: `2026-01-0${day}T10:00:00Z`,
});

const standing = (feed: readonly EvidenceText[], resolvedAt = '2026-01-09T10:00:00Z') => {
  const {
    feed: left,
    resolution,
    takenBack,
  } = standingOf({ id: 'case-1', resolvedAt, texts: [...feed, RESOLUTION] });
  return {
    left: left.map(({ body }) => body),
    resolved: resolution !== undefined,
    takenBack: takenBack.map(({ body }) => body),
  };
};

describe('standingOf', () => {
  it('takes back what was done before a case was reopened', () => {
    const feed = [
      item('note', 'Changed the toner.'),
      item('status_change', 'reopened', 2),
      item('note', 'Looked at the roller.', 3),
    ];

    expect(standing(feed)).toEqual({
      left: ['Looked at the roller.'],
      resolved: true,
      takenBack: ['Changed the toner.'],
    });
  });

  it.each([
    'It did not help, the pages are still blank.',
    'The problem is back.',
    'Same error again this morning.',
    'The alert fired again.',
    'That was not the cause.',
  ])('takes back what was done before the customer says: %s', (body) => {
    expect(standing([item('comment', 'Changed the toner.'), item('email', body, 2)]).takenBack).toEqual([
      'Changed the toner.',
    ]);
  });

  it.each([
    item('email', 'The service is back to normal, thank you.', 2),
    item('note', 'Swapped the tray, did not help.', 2),
    item('comment', 'Replaced the cable, it did not help.', 2),
    item('status_change', 'Assigned to the second level.', 2),
  ])('leaves the work as it is where nothing came back: $body', (later) => {
    expect(standing([item('note', 'Changed the toner.'), later]).takenBack).toEqual([]);
  });

  it('takes the resolution back too where the relapse is later and nobody resolved the case again', () => {
    const feed = [item('note', 'Changed the toner.'), item('email', 'The problem is back.', 8)];

    expect(standing(feed, '2026-01-05T10:00:00Z')).toEqual({
      left: [],
      resolved: false,
      takenBack: ['Changed the toner.', RESOLUTION.body],
    });
  });

  it('does so without dates where nothing was done after the relapse', () => {
    const relapse: EvidenceText = { field: 'feed', type: 'email', body: 'The problem is back.' };
    const { resolution } = standingOf({ id: 'case-1', texts: [relapse, RESOLUTION] });

    expect(resolution).toBeUndefined();
  });
});
