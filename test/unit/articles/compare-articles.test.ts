import { describe, expect, it } from 'vitest';
import { articleParts } from '#core/articles/article-parts.ts';
import { compareArticles } from '#core/articles/compare-articles.ts';
import { articleContent } from '#test/support/an-article.ts';

const PROBLEM = 'The label printer skips every second label after a roll change';
const SENSOR = 'Clean the gap sensor with isopropyl alcohol and calibrate the media length';
const DRIVER = 'Reinstall the spooler package from the vendor portal, then reboot the workstation';

const content = (parts: { problem?: string; cause?: string; fix?: string; product?: string }) =>
  articleContent({
    title: 'Labels are skipped',
    product: parts.product,
    content: [
      `## Problem\n\n${parts.problem ?? PROBLEM}`,
      ...(parts.cause === undefined ? [] : [`## Cause\n\n${parts.cause}`]),
      `## Resolution\n\n${parts.fix ?? SENSOR}`,
    ].join('\n\n'),
  });
const relationOf = (one: object, other: object) =>
  compareArticles({ content: content(one) }, [
    { id: 'a-2', content: content(other) },
    { id: 'a-3', content: articleContent({ title: 'Password expired', content: 'Ask the service desk.' }) },
  ]).find(({ id }) => id === 'a-2')!.relation;

describe('compareArticles', () => {
  it.each([
    ['duplicate', 'the same problem and remedy', {}, { problem: `${PROBLEM} today`, fix: `${SENSOR} again` }],
    ['contradiction', 'the same problem and another remedy', {}, { fix: DRIVER }],
    [
      'contradiction',
      'the same problem and cause, and another remedy',
      { cause: 'Dust covers the optical sensor' },
      { cause: 'Dust covers the optical sensor', fix: DRIVER },
    ],
    [
      'similar',
      'two causes of one symptom',
      { cause: 'Dust covers the optical sensor' },
      { cause: 'An outdated queue corrupts jobs', fix: DRIVER },
    ],
    ['similar', 'another product', { product: 'LX-1' }, { product: 'LX-2' }],
    ['duplicate', 'the same product', { product: 'LX-1' }, { product: 'lx-1' }],
    ['duplicate', 'a product that one does not name', { product: 'LX-1' }, {}],
    [
      'similar',
      'another problem of the same thing',
      {},
      { problem: 'Labels come out blank and the ribbon wrinkles near the left edge', fix: DRIVER },
    ],
  ])('%s: %s', (relation, _why, one, other) => {
    expect(relationOf(one, other)).toBe(relation);
    expect(relationOf(other, one)).toBe(relation);
  });

  it('puts the most alike problem first, and knows what is unrelated', () => {
    const found = compareArticles({ content: content({}) }, [
      { id: 'a-3', content: articleContent({ title: 'Password expired', content: 'Ask the service desk.' }) },
      { id: 'a-2', content: content({}) },
    ]);

    expect(found.map(({ id, relation }) => [id, relation])).toEqual([
      ['a-2', 'duplicate'],
      ['a-3', 'unrelated'],
    ]);
  });
});

describe('articleParts', () => {
  it('knows parts by their headings, and takes all for the resolution where there are none', () => {
    const parts = articleParts(
      articleContent({
        title: 'T',
        summary: 'S',
        content: '# Symptoms\nP\n## Root cause\nC\n### Steps to fix\n1. R\n## Environment\nE',
      }),
    );

    expect(parts).toEqual({ problem: 'T\nS\nP', cause: 'C', resolution: '1. R' });
    expect(articleParts(articleContent({ title: 'T', content: 'All of it.' }))).toEqual({
      problem: 'T',
      cause: '',
      resolution: 'All of it.',
    });
  });
});
