import type { Generation } from './generation.ts';

/**
 * The embedder that the next generation should have: that of the settings, unless a person has chosen the live one's
 * over just these settings. Changed settings are a new word, and hold again.
 */
export const wantedEmbedder = (live: Generation, configured: Pick<Generation, 'embedder'>): string =>
  live.insteadOf === configured.embedder ? live.embedder : configured.embedder;
