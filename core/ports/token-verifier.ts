/** Tells whose token it is. */
export interface TokenVerifier {
  /** The subject of a valid access token; undefined for any other. Keys that cannot be fetched are a fault. */
  subjectOf(token: string): Promise<string | undefined>;
}
