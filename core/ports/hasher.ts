/** SHA-256 of a text in UTF-8, as a dependency. */
export interface Hasher {
  /** Hexadecimal, 64 characters. */
  sha256(text: string): string;
}
