import { INDEX_VERSION } from '#core/projection/index-version.ts';
import type { Generation } from './generation.ts';

/** Whether a model or the code asks for what only a rebuild brings to the generation that is searched. */
export const needsRebuild = (live: Generation, wanted: Pick<Generation, 'model' | 'dimensions'>): boolean =>
  live.model !== wanted.model || live.dimensions !== wanted.dimensions || live.indexVersion < INDEX_VERSION;
