import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteLocator } from '#core/knowledge/prompt/quote-locator.ts';

const BODY = 'The tray –\r\n  “A4” – wasn’t\u200b seated \u{e0041}properly. Reset <<<it>>> 😀 twice.';

/** Long ones take seconds to make. */
const TEXT = fc.string({ unit: 'binary', maxLength: 30 });

describe('quoteLocator', () => {
  it.each([
    ['as it stands', 'The tray', 'The tray'],
    ['with other gaps', 'The tray - "A4" - wasn\'t seated', 'The tray –\r\n  “A4” – wasn’t\u200b seated'],
    ['without what nobody sees', 'seated properly.', 'seated \u{e0041}properly.'],
    ['with rewritten brackets', 'Reset ‹‹‹it›››', 'Reset <<<it>>>'],
    ['with blanks around', '  😀 twice. ', '😀 twice.'],
  ])('finds a quote %s', (_what, quote, found) => {
    expect(quoteLocator(['other text', BODY])(quote)).toBe(found);
  });

  it.each([
    ['another word', 'The drawer'],
    ['another case', 'THE TRAY'],
    ['a number more', 'A45'],
    ['nothing', ''],
    ['blanks', ' \n '],
    ['invisible characters only', '\u200b\u200b'],
    ['words of two texts', 'other text The tray'],
    ['words that are left out between', 'The tray was seated'],
  ])('finds no quote with %s', (_what, quote) => {
    expect(quoteLocator(['other text', BODY])(quote)).toBeUndefined();
  });

  it('answers words of the text or nothing, whatever is asked', () => {
    fc.assert(
      fc.property(fc.array(TEXT, { maxLength: 3 }), TEXT, (bodies, quote) => {
        const found = quoteLocator(bodies)(quote);
        const isThere = found === undefined || (found !== '' && bodies.some((body) => body.includes(found)));
        expect(isThere).toBe(true);
      }),
    );
  });

  it('finds each piece of a text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        (body, one, other) => {
          const [start, end] = [one % body.length, other % body.length].toSorted((a, b) => a - b) as [
            number,
            number,
          ];
          const piece = body.slice(start, end + 1);
          expect(quoteLocator([body])(piece)).toBe(piece);
        },
      ),
    );
  });
});
