import { describe, expect, it } from 'vitest';
import { withoutSource } from '#core/articles/erasure/without-source.ts';
import { aGeneratedArticle } from '#test/support/a-generated-article.ts';

const OTHERS = ['The charger sparks when plugged in', 'Swap the fuse for one of 5 A. Pull the plug first.'];

const without = (caseId: string, article = aGeneratedArticle(), others: readonly string[] = OTHERS) => {
  const { content, claims } = withoutSource(article, caseId, others);
  return { content, claims, all: JSON.stringify([content, claims]) };
};

describe('withoutSource', () => {
  it('leaves no word that the case alone said, in whatever part', () => {
    const { all } = without('c-1');

    expect(all).not.toMatch(/quillfeather|zebrano|capacitor|c-1/i);
  });

  it('takes out what rests on the case alone, with its heading, and numbers steps anew', () => {
    const { content, claims } = without('c-2');

    expect(content.content).toContain('1. Pull the plug as Quillfeather did.');
    expect(content.content).not.toContain('Swap the fuse');
    expect(without('c-1').content.content).not.toContain('Cause');
    expect(claims.map(({ text }) => text)).not.toContain('Swap the fuse for one of 5 A.');
  });

  it('tells what others say too in their words', () => {
    const { content, claims } = without('c-1');

    expect(content.content).toContain('1. Pull the plug first.\n2. Swap the fuse');
    expect(claims[1]).toEqual({
      text: 'Pull the plug first.',
      case_ids: ['c-2'],
      quotes: ['Pull the plug first.'],
    });
  });

  it.each([
    [
      'does nothing as Markdown',
      'Use <b>tool</b> [x](http://evil.example)',
      'Use \\<b\\>tool\\</b\\> \\[x\\](`http://evil.example)`',
    ],
    ['is about nobody', 'Ask ann.lee@customer.example first.', undefined],
    ['is short', `First ${'x'.repeat(500)}`, undefined],
  ])('takes the words of another case only as what %s', (_what, quote, shown) => {
    const article = aGeneratedArticle();
    const claims = article.claims.map((claim, n) =>
      n === 2 ? { ...claim, quotes: [claim.quotes[0] ?? '', quote] } : claim,
    );
    const { content, all } = without('c-1', { ...article, claims }, [...OTHERS, quote]);

    expect(all).not.toMatch(/quillfeather/i);
    expect(content.content).toContain(shown === undefined ? '1. Swap the fuse' : `1. ${shown}\n2. Swap`);
    expect(content.content).not.toContain('ann.lee');
  });

  it('takes the case off the list of related ones', () => {
    const article = aGeneratedArticle();
    const listed = {
      ...article.content,
      content: `${article.content.content}\n\n## Related cases\n\n- c-1\n- c-12`,
    };

    expect(without('c-1', { ...article, content: listed }).content.content).toMatch(
      /## Related cases\n\n- c-12$/,
    );
  });

  it('keeps a statement that another case proves in its very words', () => {
    const { content, claims } = without('c-3');

    expect(content.content).toContain('The charger sparks when it is plugged in.');
    expect(claims[0]).toEqual({
      text: 'The charger sparks when it is plugged in.',
      case_ids: ['c-2'],
      quotes: ['The charger sparks when it is plugged in.'],
    });
  });

  it('tells title, summary and tags only in words that are left', () => {
    const { content } = without('c-1');

    expect(content.title).toBe('The charger sparks when it is plugged in.');
    expect(content.summary).toBe('The charger sparks.');
    expect(content.tags).toEqual(['charger']);
  });

  it('keeps a title that the other cases bear out', () => {
    const article = aGeneratedArticle();
    const titled = { ...article, content: { ...article.content, title: 'Charger sparks' } };

    expect(without('c-1', titled).content.title).toBe('Charger sparks');
  });

  it('keeps what a person wrote and answers for, without the proof', () => {
    const article = aGeneratedArticle();
    const claims = article.claims.map((claim, n) => (n === 1 ? { ...claim, by: 'editor' as const } : claim));
    const edited = without('c-1', { ...article, claims });

    expect(edited.claims[1]).toEqual({
      text: 'A capacitor Zebrano-77 was blown.',
      case_ids: [],
      quotes: [],
      by: 'editor',
    });
    expect(edited.content.content).not.toContain('Quillfeather');
  });

  it('takes the quote itself out of what a person wrote around it', () => {
    const article = aGeneratedArticle();
    const content = {
      ...article.content,
      content: `${article.content.content}\n\nNote: "capacitor Zebrano-77 was blown"`,
    };

    expect(without('c-1', { ...article, content }).all).not.toMatch(/zebrano/i);
  });

  it('says so where nothing is left', () => {
    const only = aGeneratedArticle({
      claims: [{ text: 'The lamp is green.', case_ids: ['c-3'], quotes: ['The lamp is green.'] }],
      content: {
        ...aGeneratedArticle().content,
        title: 'Lamp',
        summary: 'Lamp.',
        content: '## Proof\n\nThe lamp is green.',
      },
    });
    const { content, claims } = without('c-3', only, []);

    expect(claims).toEqual([]);
    expect(content.title).toBe('What this article rested on was erased.');
    expect(content.content).toBe('What this article rested on was erased.');
    expect(content).not.toHaveProperty('summary');
  });

  it('leaves an article alone that does not rest on the case', () => {
    const article = aGeneratedArticle();

    expect(withoutSource(article, 'c-9', [])).toBe(article);
  });

  it('is the same when done again', () => {
    const once = { ...aGeneratedArticle(), ...withoutSource(aGeneratedArticle(), 'c-1', OTHERS) };

    expect(withoutSource(once, 'c-1', OTHERS)).toBe(once);
  });
});
