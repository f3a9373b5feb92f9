import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiffPart } from '#contracts/article-diff.ts';
import type { TextDiff } from '#core/ports/text-diff.ts';

const without = (parts: readonly DiffPart[], kind: DiffPart['kind']): string =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join('');

/** What everything that tells texts apart must do. */
export const textDiffContract = (name: string, texts: TextDiff): void => {
  describe(`TextDiff: ${name}`, () => {
    it('makes both texts of its parts, whatever they are', () => {
      const words = fc.constantFrom('a', 'b ', 'B', '\n', '\r\n', ' ', '😀', '- x\n', '## y\n');
      const text = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(''));
      fc.assert(
        fc.property(text, text, (from, to) => {
          const parts = texts.compare(from, to);
          expect([without(parts, 'added'), without(parts, 'removed')]).toEqual([from, to]);
        }),
      );
    });

    it('tells changed words of a line from those that stay', () => {
      expect(texts.compare('1. Replace the drum.\n2. Test.\n', '1. Replace the fuser.\n2. Test.\n')).toEqual([
        { kind: 'same', text: '1. Replace the ' },
        { kind: 'removed', text: 'drum' },
        { kind: 'added', text: 'fuser' },
        { kind: 'same', text: '.\n' },
        { kind: 'same', text: '2. Test.\n' },
      ]);
    });

    it('compares long texts that have nothing in common', () => {
      const [from, to] = ['a', 'b'].map((letter) =>
        Array.from({ length: 20_000 }, (_, n) => `${letter}${n}`).join('\n'),
      ) as [string, string];
      const parts = texts.compare(from, to);

      expect([without(parts, 'added'), without(parts, 'removed')]).toEqual([from, to]);
    });
  });
};
