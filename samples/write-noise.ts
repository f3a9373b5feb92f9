import { assembleCase, personalDataOf } from './assemble-case.ts';
import { createAuthor } from './author.ts';
import type { Chance } from './chance.ts';
import type { Customer } from './customers.ts';
import { drawTimes } from './dated.ts';
import { noise } from './noise.ts';
import { products } from './products.ts';
import type { Told } from './roles.ts';
import type { Written } from './written.ts';

/** Writes a case of no pattern. */
export const writeNoise = (id: string, customers: readonly Customer[], chance: Chance): Written => {
  const author = createAuthor(chance.pick(customers), chance.pick(products), chance);
  const { title, body } = chance.pick(noise);
  const told: Told = {
    title: author.says(title),
    description: chance
      .some(body, chance.between(1, body.length))
      .map(author.says)
      .join(chance.pick([' ', '\n'])),
    feed: [],
    facts: [],
    status: chance.pick(['open', 'closed', 'closed', 'resolved']),
  };
  const line = assembleCase(id, told, author, drawTimes(chance), undefined, chance);
  return {
    line,
    told,
    author,
    truth: { case_id: id, role: 'noise', gold_facts: [], personal_data: personalDataOf(line, author) },
  };
};
