import type { Author } from './author.ts';
import type { Chance } from './chance.ts';
import type { CaseTimes } from './dated.ts';
import type { Category } from './pattern.ts';
import type { Told } from './roles.ts';
import type { SampleCase } from './sample-case.ts';
import type { CaseTruth } from './truth.ts';

const PRIORITIES = ['low', 'normal', 'normal', 'normal', 'high', 'critical'];
const CATEGORY_SHARE = 0.65;
const RESOLVED = new Set(['resolved', 'closed', 'solved']);
const ENGINEERS = ['Service desk', 'Engineer 14', 'Engineer 27', 'Engineer 31'];

/** Puts a told case together as a line of an import; two in three name their category. */
export const assembleCase = (
  id: string,
  told: Told,
  author: Author,
  times: CaseTimes,
  category: Category | undefined,
  chance: Chance,
): SampleCase => {
  const feed = told.feed.map(({ type, body }, place) => ({
    id: `${id}-${place + 1}`,
    type,
    author: type === 'email' ? author.person.name : chance.pick(ENGINEERS),
    body,
    created_at: times.after(place + 1),
  }));
  const end = times.after(feed.length + 1);
  return {
    id,
    title: told.title,
    ...(told.description !== undefined && { description: told.description }),
    status: told.status,
    ...(told.resolution !== undefined && { resolution: told.resolution }),
    ...(category !== undefined && chance.happens(CATEGORY_SHARE) && { category }),
    product: author.product.model,
    priority: chance.pick(PRIORITIES),
    customer: author.customer.name,
    customer_email: author.person.email,
    ...(chance.happens(0.3) && { tags: chance.some(['phone', 'web', 'partner', 'warranty', 'vip'], 2) }),
    attributes: {
      product_line: author.product.line,
      product_family: author.product.family,
      serial: author.serial,
      contact_phone: author.person.phone,
    },
    ...(feed.length > 0 && { feed }),
    created_at: times.created,
    updated_at: end,
    ...(RESOLVED.has(told.status) && { resolved_at: end }),
  };
};

/** The personal data that really stands in a case. */
export const personalDataOf = (line: SampleCase, author: Author): CaseTruth['personal_data'] => {
  const text = JSON.stringify(line);
  const { person, serial } = author;
  return (
    [
      { kind: 'name', text: person.name },
      { kind: 'email', text: person.email },
      { kind: 'phone', text: person.phone },
      { kind: 'serial', text: serial },
    ] as const
  ).filter((item) => text.includes(item.text));
};
