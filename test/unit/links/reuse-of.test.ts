import { describe, expect, it } from 'vitest';
import { reuseOf } from '#core/links/reuse-of.ts';
import { anArticleLink } from '#test/support/an-article-link.ts';

/** Links in the order in which they were made, as `principal customer`. */
const links = (...said: readonly string[]) =>
  said.map((one, n) => {
    const [principal = '', customer = ''] = one.split(' ');
    return anArticleLink({
      caseId: `c-${9 - n}`,
      principal,
      customer: customer === '-' ? undefined : customer,
      linkedAt: `2026-03-01T12:00:0${n}.000Z`,
    });
  });

describe('reuseOf', () => {
  it.each([
    ['three people, three customers', ['ann x', 'bob y', 'cid z'], 3],
    ['one person again', ['ann x', 'ann y', 'ann z'], 1],
    ['one customer again', ['ann x', 'bob x', 'cid x'], 1],
    ['a person of an earlier link that showed nothing', ['ann x', 'bob x', 'bob y'], 1],
    ['cases without a customer', ['ann -', 'bob -', 'cid z'], 1],
  ])('%s', (_why, said, independent) => {
    expect(reuseOf(links(...said))).toMatchObject({ cases: 3 });
    expect(reuseOf(links(...said)).independent).toHaveLength(independent);
  });

  it('goes by the time of the links, whatever their order', () => {
    expect(reuseOf(links('ann x', 'bob x', 'cid z').toReversed()).independent).toEqual(['c-9', 'c-7']);
  });

  it('counts neither what is only related nor what it was written from', () => {
    const [first, second, third] = links('ann x', 'bob y', 'cid z');

    expect(reuseOf([{ ...first!, kind: 'related' }, { ...second!, isSource: true }, third!])).toEqual({
      cases: 3,
      independent: ['c-7'],
    });
  });
});
