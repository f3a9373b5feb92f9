import type { SearchIndex } from '#core/ports/search-index.ts';
import { searchIndexAnswersContract } from './search-index-answers.contract.ts';
import { searchIndexArticlesContract } from './search-index-articles.contract.ts';
import { searchIndexWritesContract } from './search-index-writes.contract.ts';

/** What every search index must do; `visible` waits until what was written can be found. */
export const searchIndexContract = (
  name: string,
  create: () => Promise<SearchIndex>,
  visible: () => Promise<void> = async () => undefined,
): void => {
  searchIndexWritesContract(name, create, visible);
  searchIndexAnswersContract(name, create, visible);
  searchIndexArticlesContract(name, create, visible);
};
