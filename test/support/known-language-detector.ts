import type { LanguageDetector } from '#core/ports/language-detector.ts';

/** Takes a text with the word „und“ for German and knows nothing else. */
export const knownLanguageDetector: LanguageDetector = {
  detect: (text) => (/\bund\b/.test(text) ? 'de' : undefined),
};
