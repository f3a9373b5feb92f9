import { describe, expect, it } from 'vitest';
import { CaseContent, CaseReplacement, NewCase } from '#contracts/case.ts';

describe('CaseContent', () => {
  it('normalises what it takes', () => {
    const content = CaseContent.parse({
      title: 'a\0b',
      status: 'Resolved',
      priority: 'HIGH',
      created_at: '2026-01-02 03:04+01:00',
    });

    expect(content).toEqual({
      title: 'ab',
      status: 'resolved',
      priority: 'high',
      created_at: '2026-01-02T02:04:00.000Z',
    });
  });

  it('opens a case that has no status', () => {
    expect(CaseContent.parse({ title: 't' }).status).toBe('open');
  });

  it.each([
    ['a long title', { title: 'x'.repeat(501) }],
    ['a long description', { description: 'x'.repeat(100_001) }],
    ['51 tags', { tags: Array.from({ length: 51 }, String) }],
    ['attributes above 16 KiB', { attributes: { a: 'ä'.repeat(8_200) } }],
    ['a lone surrogate in an attribute', { attributes: { '\ud800': 1 } }],
    ['a lone surrogate', { description: '\udc00' }],
    ['a feed item without a date', { feed: [{ id: 'f', type: 'note', body: 'b' }] }],
    ['a number for a text', { category: 7 }],
    ['a status that is too long once it is lower-cased', { status: 'İ'.repeat(150) }],
  ])('refuses %s', (_, fields) => {
    expect(CaseContent.safeParse({ title: 't', ...fields }).success).toBe(false);
  });

  it('refuses what grows over its limit when it is lower-cased, so that every row can be read back', () => {
    const grown = { title: 't', priority: 'İ'.repeat(150) };

    expect('İ'.toLowerCase()).toHaveLength(2);
    expect(CaseContent.safeParse(grown).success).toBe(false);
    expect(CaseContent.parse({ title: 't', status: 'İ'.repeat(100) }).status).toHaveLength(200);
  });

  it('counts characters as JavaScript does', () => {
    expect(CaseContent.safeParse({ title: '🙂'.repeat(250) }).success).toBe(true);
    expect(CaseContent.safeParse({ title: '🙂'.repeat(251) }).success).toBe(false);
  });
});

describe('NewCase and CaseReplacement', () => {
  it.each([{}, { title: '  ' }, { description: '' }])('need a title or a description, not %o', (body) => {
    expect(NewCase.safeParse(body).success).toBe(false);
    expect(CaseReplacement.safeParse(body).success).toBe(false);
  });

  it('refuse unknown fields', () => {
    expect(NewCase.safeParse({ title: 't', tenant: 'other' }).success).toBe(false);
    expect(CaseReplacement.safeParse({ title: 't', version: 3 }).success).toBe(false);
  });

  it('take the fields of an answer that the server owns', () => {
    const answer = {
      id: 'c',
      title: 't',
      status: 'open',
      created_at: '2026-01-01T00:00:00.000Z',
      updated_at: 'x',
      source_updated_at: 'y',
      lineage: {},
    };

    expect(CaseReplacement.safeParse(answer).success).toBe(true);
  });
});
