import { describe, expect, it } from 'vitest';
import { tinyldLanguageDetector } from '#adapters/embedded/tinyld-language-detector.ts';
import { languageDetectorContract } from '#test/contract/language-detector.contract.ts';
import { knownLanguageDetector } from '#test/support/known-language-detector.ts';

languageDetectorContract('tinyld', tinyldLanguageDetector, {
  de: 'Der Drucker druckt nicht mehr. Seit heute morgen druckt der Drucker im dritten Stock nur noch leere Seiten, bitte helfen Sie uns.',
});
languageDetectorContract('twin', knownLanguageDetector, { de: 'Drucker und Papier' });

describe('tinyldLanguageDetector', () => {
  it.each([
    ['L’imprimante du bureau ne marche plus depuis ce matin, pouvez-vous nous aider ?', 'fr'],
    [
      'Since this morning the printer of the third floor prints nothing but blank pages, please help us',
      'en',
    ],
    ['このプリンターは今朝から動かないので、修理をお願いできますでしょうか。', 'ja'],
  ])('tells %j', (text, language) => {
    expect(tinyldLanguageDetector.detect(text)).toBe(language);
  });

  it.each(['E-1003 laptop reboots', 'router', '12345 67890 12345 67890 12345', '\ud800'.repeat(50)])(
    'does not guess at %j',
    (text) => {
      expect(tinyldLanguageDetector.detect(text)).toBeUndefined();
    },
  );
});
