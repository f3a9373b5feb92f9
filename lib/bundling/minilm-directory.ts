import { join } from 'node:path';

/** Where `npm run model:minilm` puts graph and runtime, in the repository whose root is given. */
export const minilmDirectory = (root: string): string => join(root, '.models/minilm');
