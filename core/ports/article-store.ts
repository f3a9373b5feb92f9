import type { LivingArticle } from '#core/articles/article-row.ts';
import type { RecordStore } from './record-store.ts';

/** Where articles live. Every implementation must pass test/contract/article-store.contract.ts. */
export type ArticleStore = RecordStore<LivingArticle>;
