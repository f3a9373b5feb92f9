import { jsdiffTextDiff } from '#adapters/embedded/jsdiff-text-diff.ts';
import { textDiffContract } from '#test/contract/text-diff.contract.ts';

textDiffContract('jsdiff', jsdiffTextDiff);
