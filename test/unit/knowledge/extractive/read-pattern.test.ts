import { describe, expect, it } from 'vitest';
import type { EvidenceCase } from '#core/knowledge/evidence.ts';
import { readCase } from '#core/knowledge/extractive/read-case.ts';
import { readPattern } from '#core/knowledge/extractive/read-pattern.ts';
import {
  fivePrinters,
  printerCase,
  printerEvidence,
  type PrinterCase,
} from '#test/support/printer-evidence.ts';

const rolesOf = (cases: readonly EvidenceCase[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readPattern(printerEvidence(cases)).solutions.flatMap(({ role, sentences }) =>
      sentences.map(({ text }) => [text, role]),
    ),
  );
const rolesIn = (told: Partial<PrinterCase>) => rolesOf(fivePrinters(told));

describe('readPattern', () => {
  it.each<[string, Partial<PrinterCase>, Readonly<Record<string, string>>]>([
    [
      'an office',
      {
        notes: ['The man opened the lid and looked inside.'],
        resolution: 'A clip had scratched the roll. He put in another roll. It prints like new since then.',
        mail: 'It prints like new since then.',
      },
      {
        'The man opened the lid and looked inside.': 'diagnosis',
        'A clip had scratched the roll.': 'cause',
        'He put in another roll.': 'fix',
        'It prints like new since then.': 'verification',
      },
    ],
    [
      'an engineer in a hurry',
      {
        notes: ['Lid up: groove.'],
        resolution: 'Drum shot. Drum swapped. Pages clean.',
        mail: 'Pages clean.',
      },
      {
        'Lid up: groove.': 'diagnosis',
        'Drum shot.': 'cause',
        'Drum swapped.': 'fix',
        'Pages clean.': 'verification',
      },
    ],
    [
      'an administrator, all in the resolution',
      {
        notes: [],
        resolution:
          '1. Printed the status page: drum at 2 percent. 2. Compared with printer B: no stripe. Root cause: drum end of life. Replaced the drum unit. Status page reports 100 percent.',
        mail: 'Status page reports 100 percent.',
      },
      {
        'Printed the status page: drum at 2 percent.': 'diagnosis',
        'Compared with printer B: no stripe.': 'diagnosis',
        'Root cause: drum end of life.': 'cause',
        'Replaced the drum unit.': 'fix',
        'Status page reports 100 percent.': 'verification',
      },
    ],
  ])('reads a solution as %s tells it', (_who, told, roles) => {
    expect(rolesIn(told)).toEqual(roles);
  });

  it('reads a sentence in one case as the others tell it', () => {
    const seen = 'The roll has a groove.';
    const alone = 'The roll has a groove. Fitted another roll. No stripe after 500 pages.';
    const noted = fivePrinters({
      notes: [seen],
      resolution: 'Root cause: a clip. Fitted another roll. No stripe after 500 pages.',
    });

    expect(rolesOf([...noted, printerCase(6, { notes: [], resolution: alone })])[seen]).toBe('diagnosis');
    expect(rolesIn({ notes: [], resolution: alone })[seen]).toBe('cause');
  });

  it('takes the fix from the notes where the resolution tells none', () => {
    const fix = 'Replaced the drum unit.';

    expect(rolesIn({ notes: [fix], resolution: 'Solved.' })[fix]).toBe('fix');
  });

  it('takes no notice of talk and status changes', () => {
    const mail = 'Thank you, when do you come?';

    expect(Object.keys(rolesIn({ notes: ['Assigned to the second level.'], mail }))).not.toContain(mail);
    expect(Object.keys(rolesIn({ notes: ['Assigned to the second level.'] }))).not.toContain(
      'Assigned to the second level.',
    );
  });

  it('reads the resolution however long the feed is', () => {
    const notes = Array.from({ length: 200 }, (_, n) => `Looked at sheet ${'abcdefgh'.repeat(1 + (n % 7))}.`);
    const { solution } = readCase(printerCase(1, { notes }));

    expect(solution.map(({ text }) => text)).toContain('Replaced the drum unit.');
    expect(solution.length).toBeLessThan(60);
  });
});
