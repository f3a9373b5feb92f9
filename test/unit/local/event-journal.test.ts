import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createEventJournal } from '#local/s3-front/event-journal.ts';

const directory = mkdtempSync(join(tmpdir(), 'caselore-journal-'));
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const intent = (key: string) => ({
  bucket: 'uploads',
  key,
  startedAt: '2026-11-22T04:30:00.000Z',
  reason: 'PutObject',
});

describe('createEventJournal', () => {
  it('owes what was noted and not done, once', () => {
    const journal = createEventJournal(directory);
    journal.note('1', intent('done'))();
    journal.note('2', intent('owed'));
    writeFileSync(join(directory, '3.json.new'), '{"bucket": "cut o');

    const next = createEventJournal(directory);
    const owed = next.leftOver();
    next.note('4', intent('new'));

    expect(owed.map((one) => one.intent)).toEqual([intent('owed')]);
    expect(next.leftOver()).toEqual([]);
    owed.forEach(({ done }) => done());
    expect(
      createEventJournal(directory)
        .leftOver()
        .map((one) => one.intent),
    ).toEqual([intent('new')]);
  });
});
