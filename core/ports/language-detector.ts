/** Tells the language of a text. Every implementation must pass test/contract/language-detector.contract.ts. */
export interface LanguageDetector {
  /** The BCP 47 tag of the text's language; undefined when it cannot be told with confidence. The same text, the same answer. */
  detect(text: string): string | undefined;
}
