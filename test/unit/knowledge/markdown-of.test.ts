import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownOf } from '#core/knowledge/markdown-of.ts';

describe('markdownOf', () => {
  it.each([
    ['**bold** and _bent_', String.raw`\*\*bold\*\* and \_bent\_`],
    ['[a](b) ![c](d)', String.raw`\[a\](b) !\[c\](d)`],
    ['<script>x</script> &lt;', String.raw`\<script\>x\</script\> \&lt;`],
    ['`rm -rf /`', '\\`rm -rf /\\`'],
    ['# heading', String.raw`\# heading`],
    ['- item', String.raw`\- item`],
    ['+ item', String.raw`\+ item`],
    ['12. step', String.raw`12\. step`],
    ['3) step', String.raw`3\) step`],
    ['---', String.raw`\---`],
    ['> quote', String.raw`\> quote`],
    ['~~~', String.raw`\~\~\~`],
    ['a | b', String.raw`a \| b`],
    ['C:\\temp', String.raw`C:\\temp`],
    ['costs $5 and $6', String.raw`costs \$5 and \$6`],
  ])('shows %s as it is', (text, markdown) => {
    expect(markdownOf(text)).toBe(markdown);
  });

  it.each([
    ['see http://e.example/x now', 'see `http://e.example/x` now'],
    ['see www.e.example', 'see `www.e.example`'],
    ['javascript://e.example', '`javascript://e.example`'],
    ['mail a.b@e.example', 'mail `a.b@e.example`'],
    ['http://e.example/`x`', '`` http://e.example/`x` ``'],
  ])('makes no link of %s', (text, markdown) => {
    expect(markdownOf(text)).toBe(markdown);
  });

  it.each(['VLAN_POWER_DENY', '1.4 GHz', 'A-B, C/D: 5 %', '2.0.14 works', 'it is 20 cold boots'])(
    'leaves %s as people read it',
    (text) => {
      expect(markdownOf(text)).toBe(text);
    },
  );

  it('is one line', () => {
    expect(markdownOf(' a\n\n  b\r\n# c ')).toBe('a b # c');
  });

  it('escapes all that could be markup, whatever the text', () => {
    const outside = (markdown: string): string =>
      markdown.replaceAll(/\\.|(?<fence>`+)(?!`).*?(?<!`)\k<fence>(?!`)/gsu, 'x');

    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'ab `*_[]()<>&|~$\\#-+=1.:/@w\n'.split(''), 'http://', 'www.'),
        }),
        (text) => {
          expect(outside(markdownOf(text))).not.toMatch(
            /[`*[\]<>&|~$\\\n]|:\/\/\S|www\.\S|^(?:#{1,6}|[-+]|\d+[.)])(?:\s|$)/u,
          );
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
