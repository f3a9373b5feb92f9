import { describe, expect, it } from 'vitest';
import { sufficiencyOf } from '#core/knowledge/sufficiency.ts';
import {
  fivePrinters,
  printerCase,
  printerEvidence,
  type PrinterCase,
} from '#test/support/printer-evidence.ts';

const NEEDS = { told: 2, ofCases: 5 };

const judge = (told: Partial<PrinterCase> = {}) => sufficiencyOf(printerEvidence(fivePrinters(told)), NEEDS);

describe('sufficiencyOf', () => {
  it('lets a pattern pass that tells cause, diagnosis, fix and that it held', () => {
    expect(judge()).toEqual({ sufficient: true });
  });

  it.each([
    ['no_cause', { resolution: 'Replaced the drum unit. No stripe after 500 pages.' }, 'Name the cause.'],
    [
      'no_fix',
      { resolution: 'Root cause: the drum was scratched by a staple. The reason was a form with a staple.' },
      'Tell it step by step, with the commands and settings.',
    ],
    ['no_diagnosis', { notes: [] }, 'Tell what was looked at and what it showed.'],
    [
      'not_verified',
      { resolution: 'Root cause: the drum was scratched by a staple. Replaced the drum unit.', mail: '' },
      'for how long did it hold?',
    ],
  ] as const)('refuses with %s and asks for what is missing', (reason, told, question) => {
    const verdict = judge(told);

    expect(verdict).toMatchObject({ sufficient: false, reason });
    expect(verdict.sufficient ? [] : verdict.questions).toContainEqual(expect.stringContaining(question));
  });

  it('asks for all that is missing, naming the problem', () => {
    expect(judge({ notes: [], resolution: 'Fixed.', mail: '' })).toMatchObject({
      reason: 'no_fix',
      questions: [
        expect.stringContaining('“Grey stripes on every page”'),
        expect.any(String),
        expect.any(String),
        expect.any(String),
      ],
    });
  });

  it('names nobody in its questions', () => {
    const verdict = judge({ title: 'Printer of Ada Lovelace, ada@firm.example', notes: [] });

    expect(JSON.stringify(verdict)).toContain('this problem of Inkwell 20');
    expect(JSON.stringify(verdict)).not.toContain('Lovelace');
  });

  it('wants what one case alone tells from another one too, where there are five', () => {
    const silent = { notes: [], resolution: 'Fixed.', mail: '' };
    const cases = [printerCase(1), ...fivePrinters(silent).slice(1)];

    expect(sufficiencyOf(printerEvidence(cases), NEEDS)).toMatchObject({ sufficient: false });
    expect(sufficiencyOf(printerEvidence(cases), { told: 1, ofCases: 5 })).toEqual({ sufficient: true });
    expect(sufficiencyOf(printerEvidence(cases.slice(0, 4)), NEEDS)).toEqual({ sufficient: true });
  });

  it('does not take a finding on the way for the cause', () => {
    const notes = ['Swapped the tray.', 'The flap was open.'];
    const resolution = 'The flap was open. Replaced the drum unit. No stripe after 500 pages.';

    expect(judge({ notes, resolution })).toMatchObject({ reason: 'no_cause' });
  });

  it('does not take for proof what was seen before the fix', () => {
    const told = {
      notes: ['Printed the cleaning page, the stripe stays.', 'The fuser works fine.'],
      resolution: 'Root cause: the drum was scratched by a staple. Replaced the drum unit.',
      mail: '',
    };

    expect(judge(told)).toMatchObject({ reason: 'not_verified' });
  });

  it('refuses a pattern of nothing', () => {
    expect(sufficiencyOf(printerEvidence([]), NEEDS)).toMatchObject({ sufficient: false, reason: 'no_fix' });
  });
});
