import { describe, expect, it } from 'vitest';
import type { LanguageDetector } from '#core/ports/language-detector.ts';

/** What every detector of languages must do; `texts` are some by their language. */
export const languageDetectorContract = (
  name: string,
  detector: LanguageDetector,
  texts: Readonly<Record<string, string>>,
) =>
  describe(`LanguageDetector: ${name}`, () => {
    it('tells the language of a text, the same each time', () => {
      for (const [language, text] of Object.entries(texts)) {
        expect(detector.detect(text)).toBe(language);
        expect(detector.detect(text)).toBe(language);
      }
    });

    it('tells nothing about nothing', () => {
      expect(detector.detect('')).toBeUndefined();
      expect(detector.detect('\n 42 \t')).toBeUndefined();
    });
  });
