import { describe, expect, it } from 'vitest';
import { knowledgeSettings } from '#config/knowledge-settings.ts';
import { categoryWords } from '#core/knowledge/categories/category-words.ts';
import { electCategory } from '#core/knowledge/categories/elect-category.ts';
import { nearestVotes } from '#core/knowledge/categories/nearest-votes.ts';
import { termSpace } from '#core/knowledge/term-space.ts';

const hintOf = categoryWords(knowledgeSettings.grouping.categories);

describe('the words of a case', () => {
  it.each([
    ['its own category', { title: 'disk', category: 'Power Supply' }, 'power_supply'],
    ['its own above all', { title: 'disk', category: 'network' }, 'network'],
    ['a keyword', { title: 'The DISK clicks' }, 'hard_drive_failures'],
    ['a plural', { title: 'two disks click' }, 'hard_drive_failures'],
    [
      'a keyword of the description',
      { title: 'help', description: 'no connectivity since noon' },
      'network_issues',
    ],
    [
      'the title before the description',
      { title: 'BIOS password', description: 'on the disk' },
      'bios_firmware',
    ],
    ['more keywords', { title: 'CPU', description: 'raid, disk, storage' }, 'hard_drive_failures'],
    ['the more special of two', { title: 'driver of the psu' }, 'power_supply'],
    ['the first of two that weigh the same', { title: 'cpu and psu' }, 'processor_errors'],
  ])('tell %s', (_what, one, category) => {
    expect(hintOf(one)?.category).toBe(category);
  });

  it.each([
    [{ title: 'a corespondent diskette' }],
    [{ title: 'powerful' }],
    [{ title: 'mouse', category: 'mice' }],
    [{}],
  ])('tell nothing by parts of words, or by categories of others: %o', (one) => {
    expect(hintOf(one)).toBeUndefined();
  });

  it('say whether the source knew', () => {
    expect(hintOf({ category: 'network' })?.given).toBe(true);
    expect(hintOf({ title: 'network' })?.given).toBe(false);
  });

  it('find keywords of several words', () => {
    const own = categoryWords([{ name: 'printing', keywords: ['paper jam'] }]);

    expect(own({ title: 'Paper jams, again' })?.category).toBe('printing');
    expect(own({ title: 'jam on paper' })).toBeUndefined();
  });
});

describe('near cases', () => {
  const texts = [
    ['charger', 'sparks'],
    ['charger', 'hums'],
    ['switch', 'loop'],
    ['switch', 'storm', 'loop'],
    ['charger', 'switch'],
    ['sparks', 'hums', 'storm'],
  ];
  const space = termSpace(texts);
  const votesOf = nearestVotes(
    ['power_supply', 'power_supply', 'network_issues', 'network_issues'].map((category, n) => ({
      vector: space.vector(texts[n]!),
      category,
    })),
  );

  it('vote by how near they are', () => {
    expect(electCategory(votesOf(space.vector(['charger', 'sparks', 'loop'])))).toBe('power_supply');
    expect(electCategory(votesOf(space.vector(['loop'])))).toBe('network_issues');
  });

  it('say nothing from afar', () => {
    expect(electCategory(votesOf(space.vector(['unheard'])))).toBe('none');
  });

  it('elect the first by name of two that are equal', () => {
    expect(
      electCategory([
        { category: 'b', weight: 1 },
        { category: 'a', weight: 1 },
      ]),
    ).toBe('a');
  });
});
