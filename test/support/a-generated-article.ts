import type { ArticleGeneration } from '#contracts/article-generation.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { aGeneration } from './a-generation.ts';
import { articleContent, anArticle } from './an-article.ts';

/** How that article was written, on the first of February from six cases. */
export const itsGeneration = (overrides: Partial<ArticleGeneration> = {}): ArticleGeneration =>
  aGeneration({
    evidence: 'e-1',
    cases: 6,
    cost_usd: 0.002,
    written_at: '2026-02-01T00:00:00.000Z',
    ...overrides,
  });

/**
 * An article of tenant `demo` that rests on `c-1`, `c-2` and `c-3`: its first step on all of them, told in the words of
 * `c-1`, its cause on `c-1` alone, its proof on `c-3` alone.
 */
export const aGeneratedArticle = (overrides: Partial<LivingArticle> = {}): LivingArticle =>
  anArticle({
    state: 'not_validated',
    source: 'generated',
    content: articleContent({
      title: 'Charger of Quillfeather sparks',
      summary: 'The charger sparks. Quillfeather saw a blown capacitor.',
      tags: ['charger', 'quillfeather'],
      content: [
        '## Problem',
        '',
        'The charger sparks when it is plugged in.',
        '',
        '## Cause',
        '',
        'A capacitor **Zebrano-77** was blown.',
        '',
        '## Resolution',
        '',
        '1. Pull the plug as Quillfeather did.',
        '2. Swap the fuse for one of 5 A.',
        '',
        '## Verification',
        '',
        'The lamp is green.',
      ].join('\n'),
    }),
    claims: [
      {
        text: 'The charger sparks when it is plugged in.',
        case_ids: ['c-2', 'c-3'],
        quotes: ['The charger sparks when it is plugged in.', 'The charger sparks when plugged in'],
      },
      {
        text: 'A capacitor Zebrano-77 was blown.',
        case_ids: ['c-1'],
        quotes: ['capacitor Zebrano-77 was blown'],
      },
      {
        text: 'Pull the plug as Quillfeather did.',
        case_ids: ['c-1', 'c-2'],
        quotes: ['Pull the plug as Quillfeather did.', 'Pull the plug first.'],
      },
      { text: 'Swap the fuse for one of 5 A.', case_ids: ['c-2'], quotes: ['swap the fuse for one of 5 A'] },
      { text: 'The lamp is green.', case_ids: ['c-3'], quotes: ['The lamp is green.'] },
    ],
    generation: itsGeneration(),
    ...overrides,
  });
