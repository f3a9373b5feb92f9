import type { Mirror } from './mirror/mirror.ts';
import type { TenantFile } from './tenant-file.ts';
import type { WordStems } from './word-stems.ts';

/** A word of a query as the tenant's passages know it. */
export type WeighedWord = {
  readonly word: string;
  readonly stems: readonly string[];
  /** Passages that hold it. */
  readonly passages: number;
  /** Inverse document frequency, above 0. */
  readonly idf: number;
};

/** The words of a query with their weights, rarest first; those that the tokenizer does not take for words are left out. */
export const weighedWords = (
  file: TenantFile,
  mirror: Mirror,
  stemsOf: WordStems,
  words: readonly string[],
): readonly WeighedWord[] => {
  const all = mirror.passages();
  return [...stemsOf(words)]
    .filter(([, stems]) => stems.length > 0)
    .map(([word, stems]) => {
      const passages = Math.min(...stems.map((stem) => mirror.holding(file, stem)));
      return {
        word,
        stems,
        passages,
        idf: Math.log(1 + (Math.max(all, passages) - passages + 0.5) / (passages + 0.5)),
      };
    })
    .toSorted((a, b) => a.passages - b.passages);
};
