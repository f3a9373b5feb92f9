import { recordedArticles } from '#core/articles/recorded-articles.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import { anArticle, articleContent } from '#test/support/an-article.ts';
import { recordStoreContract } from './record-store.contract.ts';

/** What every article store must do. */
export const articleStoreContract = (name: string, create: () => Promise<ArticleStore>): void =>
  recordStoreContract(
    `articles in ${name}`,
    async () =>
      recordedArticles(await create(), { kind: 'edited', by: { kind: 'principal', id: 'demo-engineer' } }),
    {
      living: (overrides = {}) => {
        const row = anArticle({ id: 'c-1' });
        return { ...row, ...overrides, content: row.content };
      },
      whole: anArticle({
        id: 'weird id/äöü#%2F?',
        state: 'archived',
        source: 'generated',
        claims: [{ text: 'The drum was worn.', case_ids: ['c-1', 'c-2'], quotes: ['drum worn'] }],
        content: articleContent({
          summary: 's',
          category: 'c',
          product: 'p',
          tags: ['a', ''],
          audience: 'public',
          governance: 'compliance_based',
        }),
      }),
      overlong: anArticle({ content: { ...articleContent(), title: 'x'.repeat(900) } }),
      large: anArticle({ content: articleContent({ content: '€'.repeat(250_000) }) }),
    },
  );
