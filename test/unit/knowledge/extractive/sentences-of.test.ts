import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '#core/knowledge/extractive/sentences-of.ts';

const textsOf = (body: string): readonly string[] => sentencesOf(body).map(({ text }) => text);

describe('sentencesOf', () => {
  it.each([
    [
      'a version',
      'Updated the driver to 4.12.0. It loads now.',
      ['Updated the driver to 4.12.0.', 'It loads now.'],
    ],
    [
      'a path',
      'Removed /etc/app.d/10.conf first. Then C:\\Temp\\a.b too.',
      ['Removed /etc/app.d/10.conf first.', 'Then C:\\Temp\\a.b too.'],
    ],
    ['a number', 'It weighs 1.4 kg. That is fine.', ['It weighs 1.4 kg.', 'That is fine.']],
    [
      'an abbreviation',
      'Use a cable, e.g. Cat 6 or approx. 3 m of it. Done.',
      ['Use a cable, e.g. Cat 6 or approx. 3 m of it.', 'Done.'],
    ],
    ['a title', 'Mr. Example reset it. It works.', ['Mr. Example reset it.', 'It works.']],
    ['dots that go on', 'We waited ... and then it came.', ['We waited ... and then it came.']],
    ['a lower-case start', 'reset it. works again.', ['reset it.', 'works again.']],
    ['marks in quotes', 'It said "Stop!" Then it went dark.', ['It said "Stop!"', 'Then it went dark.']],
  ])('keeps %s whole', (_what, body, sentences) => {
    expect(textsOf(body)).toEqual(sentences);
  });

  it.each([
    ['$ df -h /vol: 98T 98T 0 100%. Full.'],
    ['2026-02-03 10:11:12 ERROR disk. Retrying. Failed.'],
    ['%LINK-3-UPDOWN: Interface Gi1/0/1. Down.'],
    ['Feb 23 10:11:12 host kernel: oops. Again.'],
    ['FAN4 | 0 RPM | nr'],
    ['level=error msg=timeout. retry=3'],
    ['at Module.load(app.js:10:5)'],
  ])('keeps a line of a machine whole: %s', (line) => {
    expect(sentencesOf(`It broke.\n${line}\nHelp us.`)).toMatchObject([
      { text: 'It broke.', log: false },
      { text: line, log: true },
      { text: 'Help us.', log: false },
    ]);
  });

  it('takes bullets and numbers of steps off, and keeps the numbers', () => {
    expect(sentencesOf('1. Opened the lid. 2. Closed it.\n- 3) Waited.\n* Left.')).toMatchObject([
      { quote: 'Opened the lid.', ordinal: 1 },
      { quote: 'Closed it.', ordinal: 2 },
      { quote: 'Waited.', ordinal: 3 },
      { quote: 'Left.', ordinal: undefined },
    ]);
  });

  it('joins a line that was wrapped, and quotes it as it stands', () => {
    const body = 'The printer in the second room stopped in the middle of\nthe payroll run. Others print.';

    expect(sentencesOf(body)[0]).toMatchObject({
      text: 'The printer in the second room stopped in the middle of the payroll run.',
      quote: 'The printer in the second room stopped in the middle of\nthe payroll run.',
    });
  });

  it.each([
    ['quoted lines', 'It works.\n> Please try again.\n> Regards'],
    ['a mail that is repeated', 'It works.\nOn Monday, 3 Feb 2026, Service wrote:\nTry the other port.'],
    ['an original message', 'It works.\n-----Original Message-----\nTry the other port.'],
    ['a signature', 'It works.\n-- \nThe boss\nSome street 5'],
    ['a sign-off', 'It works.\nKind regards\nThe boss\nSome street 5'],
  ])('leaves out %s', (_what, body) => {
    expect(textsOf(body)).toEqual(['It works.']);
  });

  it('loses nothing after a sign-off that is no end of a text', () => {
    const body = ['Thanks', ...Array.from({ length: 8 }, (_, n) => `Sentence number ${n}.`)].join('\n');

    expect(textsOf(body)).toContain('Sentence number 7.');
  });

  it('quotes what stands in the text, character by character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', '.', ' ', '\n', '1', '-', '>', '!', 'ü') }),
        (body) => {
          for (const { quote } of sentencesOf(body)) expect(body).toContain(quote);
        },
      ),
    );
  });
});
