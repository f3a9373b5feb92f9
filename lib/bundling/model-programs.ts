import type { EmbeddingSettings } from '#config/embedding-settings.ts';

/** Programs that a model starts beside the function, as entry points of its bundle. */
export const modelPrograms = ({ name }: EmbeddingSettings): readonly { in: string; out: string }[] =>
  name === 'minilm' ? [{ in: 'adapters/minilm/worker.ts', out: 'minilm-worker' }] : [];
