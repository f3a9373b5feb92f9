import { describe, expect, it } from 'vitest';
import { ApiProblem } from '#client/api-problem.ts';
import { describeFailure } from '#cli/describe-failure.ts';
import { exitCodeOf } from '#cli/exit-code.ts';
import { fileFormat } from '#cli/file-format.ts';
import { bar, duration, size } from '#cli/numbers.ts';
import { snippetLines } from '#cli/snippet-lines.ts';
import { openTerminal } from '#cli/terminal.ts';

const NONE = { received: 3, indexed: 3, unchanged: 0, rejected: 0, failed: 0, pending: 0 };

describe('exitCodeOf', () => {
  it.each([
    ['completed', NONE, 0],
    ['completed', { ...NONE, rejected: 1 }, 1],
    ['completed', { ...NONE, failed: 1 }, 1],
    ['needs_review', { ...NONE, rejected: 1 }, 2],
    ['failed', NONE, 3],
    ['cancelled', NONE, 3],
    ['processing', { ...NONE, rejected: 1 }, 0],
  ] as const)('of %s with %o is %i', (state, counts, code) => {
    expect(exitCodeOf({ state, counts })).toBe(code);
  });
});

describe('describeFailure', () => {
  it.each([
    [401, 77],
    [403, 77],
    [404, 65],
    [422, 65],
    [429, 69],
    [503, 69],
  ])('ends with its own code for %i', (status, exitCode) => {
    expect(describeFailure(new ApiProblem(status, 'x', undefined), 'u')).toMatchObject({ exitCode });
  });

  it('says which address did not answer, and leaves faults of ours alone', () => {
    const error = new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') });

    expect(describeFailure(error, 'http://x')).toMatchObject({
      exitCode: 69,
      message: 'http://x cannot be reached: connect ECONNREFUSED',
    });
    expect(describeFailure(new TypeError('x is no function'), 'http://x')).toBeUndefined();
  });
});

describe('fileFormat', () => {
  it.each([
    ['a.jsonl', undefined, 'jsonl', 'none'],
    ['a.NDJSON.gz', undefined, 'jsonl', 'gzip'],
    ['dir.v1/a.csv', undefined, 'csv', 'none'],
    ['a.csv.GZ', undefined, 'csv', 'gzip'],
    ['export', 'csv', 'csv', 'none'],
    ['export.txt.gz', 'jsonl', 'jsonl', 'gzip'],
  ])('of %s', (name, stated, format, compression) => {
    expect(fileFormat(name, stated)).toEqual({ format, compression });
  });

  it('is asked for where the name does not tell', () => {
    expect(() => fileFormat('export.txt')).toThrow(/--format/);
  });
});

describe('numbers', () => {
  it('are said as people say them', () => {
    expect([size(999), size(1_500), size(2_500_000), size(3_000_000_000)]).toEqual([
      '999 B',
      '1.5 kB',
      '2.5 MB',
      '3.0 GB',
    ]);
    expect([duration(59.6), duration(185), duration(7_620)]).toEqual([
      '1 min 00 s',
      '3 min 05 s',
      '2 h 07 min',
    ]);
    expect([bar(0, 4), bar(0.5, 4), bar(2, 4)]).toEqual(['░░░░', '██░░', '████']);
  });
});

describe('snippetLines', () => {
  it('highlights word by word, reads entities, and breaks between words', () => {
    const html = 'The &lt;vpn&gt; <mark>tunnel closes</mark> &amp; &#39;reopens&#39; &amp;lt;';

    expect(snippetLines(html, 20, (word) => `[${word}]`)).toEqual([
      'The <vpn> [tunnel]',
      "[closes] & 'reopens'",
      '&lt;',
    ]);
  });

  it('lets no text of a case drive the terminal', () => {
    expect(snippetLines('a\u001b[2Jb <mark>c\u0007</mark>', 80, (word) => word)).toEqual(['ab c']);
  });
});

describe('openTerminal', () => {
  const setup = (isTTY: boolean, env = {}) => {
    const written: string[] = [];
    const stream = { isTTY, columns: 60, write: (text: string) => written.push(text) };
    return { written, terminal: openTerminal(stream, stream, env) };
  };

  it('paints and moves on a screen', () => {
    const { written, terminal } = setup(true);
    terminal.show('going');
    terminal.print(terminal.paint('red', 'done'));

    expect(written.join('')).toBe('\r\u001b[2Kgoing\r\u001b[2K\u001b[31mdone\u001b[39m\n');
  });

  it.each([
    [false, {}],
    [true, { TERM: 'dumb' }],
  ])('writes plain lines elsewhere (screen: %s, %o)', (isTTY, env) => {
    const { written, terminal } = setup(isTTY, env);
    terminal.show('going');
    terminal.print(terminal.paint('red', 'done'));

    expect(written.join('')).toBe('done\n');
  });

  it('leaves colours out where NO_COLOR is set', () => {
    expect(setup(true, { NO_COLOR: '1' }).terminal.paint('red', 'done')).toBe('done');
  });
});
