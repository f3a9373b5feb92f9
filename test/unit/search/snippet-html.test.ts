import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MATCH_END, MATCH_START } from '#core/search/match-marks.ts';
import { snippetHtml } from '#core/search/snippet-html.ts';

const marked = (text: string): string => text.replaceAll('[', MATCH_START).replaceAll(']', MATCH_END);

describe('snippetHtml', () => {
  it.each([
    ['the [toner] is empty', 'the <mark>toner</mark> is empty'],
    ['<script>[alert](1)</script>', '&lt;script&gt;<mark>alert</mark>(1)&lt;/script&gt;'],
    [`a & b "c" 'd'`, 'a &amp; b &quot;c&quot; &#39;d&#39;'],
    [' line\n\n  two\t', 'line two'],
    ['[a [b] c]', 'a <mark>b</mark> c'],
    ['never [closed', 'never closed'],
    ['closed] only', 'closed only'],
    ['', ''],
  ])('makes HTML of %j', (text, html) => {
    expect(snippetHtml(marked(text))).toBe(html);
  });

  it('cuts at 300 characters, entities and marks whole', () => {
    expect(snippetHtml('&'.repeat(400))).toBe(`${'&amp;'.repeat(59)}…`);
    expect(snippetHtml(marked(`[${'x'.repeat(400)}]`))).toBe(`<mark>${'x'.repeat(286)}</mark>…`);
  });

  it('is short, escaped and balanced for any text', () => {
    const characters = fc.constantFrom(
      MATCH_START,
      MATCH_END,
      '<',
      '>',
      '&',
      '"',
      ' ',
      'word',
      '😀',
      '\ud800',
      '…',
    );
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 400 }), (parts) => {
        const html = snippetHtml(parts.join(''));
        const bare = html.replaceAll(/<mark>([^<>]*)<\/mark>/g, '$1');

        expect(html.length).toBeLessThanOrEqual(300);
        expect(bare).not.toMatch(/[<>"]|&(?!amp;|lt;|gt;|quot;|#39;)/);
        expect(html.isWellFormed()).toBe(true);
      }),
    );
  });
});
