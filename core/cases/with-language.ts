import type { CaseContent } from '#contracts/case.ts';
import type { LanguageDetector } from '#core/ports/language-detector.ts';

/**
 * The content with its language, told from its text where the source named none. Content hashes are made before:
 * they cover what was said, so that a case never looks changed because its language was detected.
 */
export const withLanguage = (languages: LanguageDetector, content: CaseContent): CaseContent => {
  if (content.language !== undefined && content.language !== '') return content;
  const language = languages.detect(`${content.title ?? ''}\n${content.description ?? ''}`);
  return language === undefined ? content : { ...content, language };
};
