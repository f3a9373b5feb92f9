import type { EmbeddingMeter } from '#core/ports/embedding-meter.ts';
import { log } from '#lambdas/shared/log.ts';
import { measure } from '#lambdas/shared/measure.ts';

const MILLION = 1_000_000;

/** Publishes tokens and their price by tenant, and says where only the beginning of texts was embedded. */
export const measuredEmbeddingMeter = (usdPerMillionTokens: number): EmbeddingMeter => ({
  used({ tenant, model, texts, tokens, shortened }) {
    measure('EmbeddingTokens', tokens, { tenant });
    measure('EmbeddingCost', (tokens * usdPerMillionTokens) / MILLION, { tenant });
    if (shortened === 0) return;
    measure('TextsShortened', shortened);
    log('TEXTS_SHORTENED', { tenant, model, texts, shortened });
  },
});
