import { STATIC_MODEL } from '#adapters/embedded/static-model.ts';
import type { EmbedderName } from './embedder-name.ts';

/** The full name of the model behind the setting EMBEDDER, its weights included. */
export const MODEL_NAME: Record<EmbedderName, string> = { static: STATIC_MODEL };
