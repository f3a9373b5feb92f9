import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editedClaims } from '#core/articles/edited-claims.ts';
import { plainStatement } from '#core/articles/plain-statement.ts';
import { statementsOf } from '#core/articles/statements-of.ts';
import { anArticle, articleContent } from '#test/support/an-article.ts';

const claim = (text: string) => ({ text, case_ids: ['c-1'], quotes: [text] });

/** An article as the generation renders it: a statement a list item, case text escaped, addresses as code. */
const CONTENT = [
  '## Problem\n',
  '- Pages are blank \\(error \\*13\\_2\\*\\).',
  '- See `https://a.example/x_y*` for the log.\n',
  '## Resolution\n',
  '1. Run `rm -rf /tmp/*` on print_server.',
  '2. Replace the drum.\n',
  '## Related cases\n',
  'Written from 12 resolved cases of 3 customers.\n',
  '- c-1',
].join('\n');
const CLAIMS = [
  claim('Pages are blank (error *13_2*).'),
  claim('See https://a.example/x_y* for the log.'),
  claim('Run rm -rf /tmp/* on print_server.'),
  claim('Replace the drum.'),
];

const edited = (content: string, source: 'generated' | 'manual' = 'generated') =>
  editedClaims(
    anArticle({ source, claims: CLAIMS, content: articleContent({ content: CONTENT }) }),
    content,
  ).map(({ text, by }) => (by ? `${by}: ${text}` : text));

const all = CLAIMS.map(({ text }) => text);

describe('editedClaims', () => {
  it('keeps every claim of a text that was only laid out anew', () => {
    expect(edited(CONTENT)).toEqual(all);
    expect(edited(CONTENT.replaceAll('\n', '\n\n').replace('Replace the', '**Replace** the'))).toEqual(all);
  });

  it('orders claims as the text does', () => {
    const moved = `Replace the drum.\n\n${CONTENT.replace('2. Replace the drum.\n', '')}`;

    expect(edited(moved)).toEqual([all[3], all[0], all[1], all[2]]);
  });

  it('drops claims whose statement is gone', () => {
    expect(edited(CONTENT.replace('2. Replace the drum.\n', ''))).toEqual(all.slice(0, 3));
    expect(edited('Nothing of it.')).toEqual(['editor: Nothing of it.']);
  });

  it.each([
    ['another word', 'Replace the drum.', 'Replace the fuser.', 3],
    ['a sign of a command', 'rm -rf /tmp/*', 'rm -rf /tmp', 2],
    ['an underscore of a name', 'print_server', 'printserver', 2],
    ['a number', '13\\_2', '13\\_3', 0],
  ])('gives a statement to the editor when %s is changed in it', (_, old, text, at) => {
    const claims = edited(CONTENT.replace(old, text));

    expect(claims[at]).toMatch(/^editor: /);
    expect(claims.filter((one) => one.startsWith('editor'))).toHaveLength(1);
    expect(claims.filter((one) => all.includes(one))).toHaveLength(3);
  });

  it('gives new statements to the editor, once, and keeps them at the next edit', () => {
    const once = `${CONTENT}\n\nNew.\n\n- New.`;
    expect(edited(once)).toEqual([...all, 'editor: New.']);

    const claims = editedClaims(anArticle({ source: 'generated', claims: [] }), 'New.');
    const row = anArticle({ source: 'generated', claims, content: articleContent({ content: 'New.' }) });
    expect(editedClaims(row, 'New.\n\nNewer.')).toEqual([
      ...claims,
      { text: 'Newer.', case_ids: [], quotes: [], by: 'editor' },
    ]);
  });

  it('makes no claims of a manual article, but keeps those that it was given', () => {
    expect(edited('Replace the drum.\n\nNew.', 'manual')).toEqual(['Replace the drum.']);
  });
});

describe('statementsOf', () => {
  it('reads paragraphs and list items, over several lines, and no headings or fences', () => {
    const markdown =
      '# Title\nOne\ntwo.\n\n> Quoted\n* Item\n  goes on\n  - Inner\n1) Step\n\n```\ncode\n```\n###\n';

    expect(statementsOf(markdown).map(({ text }) => text)).toEqual([
      'One two.',
      'Quoted',
      'Item goes on',
      'Inner',
      'Step',
      'code',
    ]);
  });
});

describe('plainStatement', () => {
  it.each([
    ['a \\` b', 'a ` b'],
    ['`` a`b ``', 'a`b'],
    ['a ` b', 'a ` b'],
    ['`\\*`', '\\*'],
    ['\\\\`x`', '\\x'],
    ['&lt;b&gt; &amp;amp;', '<b> &amp;'],
    ['snake_case and _this_', 'snake_case and this'],
    ['1\\. a', '1. a'],
  ])('shows %s as %s', (markdown, plain) => {
    expect(plainStatement(markdown)).toBe(plain);
  });

  it('undoes the escaping of any text', () => {
    const escape = (text: string) => text.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        expect(plainStatement(escape(text))).toBe(text.replaceAll(/\s+/g, ' ').trim());
      }),
    );
  });

  it('reads hundreds of thousands of backticks that nothing closes', () => {
    const runs = Array.from({ length: 700 }, (_, n) => '`'.repeat(n + 1)).join('a');

    expect(plainStatement(runs)).toBe(runs);
    expect(plainStatement('`a'.repeat(100_001))).toHaveLength(100_002);
  });
});
