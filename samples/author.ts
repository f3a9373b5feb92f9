import type { Chance } from './chance.ts';
import type { Customer } from './customers.ts';
import { createPerson, type Person } from './people.ts';
import { say } from './phrase.ts';
import type { Product } from './products.ts';
import { withTypos } from './typos.ts';

/** Who writes one case, about what: says phrases with the same names and numbers throughout. */
export type Author = {
  readonly person: Person;
  readonly serial: string;
  readonly customer: Customer;
  readonly product: Product;
  readonly says: (phrase: string) => string;
};

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'.split('');
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const ROLES = ['app', 'db', 'esx', 'web', 'file', 'mail', 'bck'];
const TYPING_SHARE = 0.05;
const MISTYPING_AUTHORS = 0.18;

const padded = (value: number): string => String(value).padStart(2, '0');

const slotsOf = (person: Person, serial: string, customer: Customer, product: Product, chance: Chance) => ({
  name: person.name,
  email: person.email,
  phone: person.phone,
  serial,
  model: product.model,
  part: product.part,
  site: chance.pick(customer.sites),
  host: `${chance.pick(ROLES)}${padded(chance.between(1, 60))}`,
  version: `${chance.between(1, 4)}.${chance.between(0, 19)}.${chance.between(0, 9)}`,
  kernel: `${chance.between(5, 6)}.${chance.between(1, 19)}.0-${chance.between(80, 560)}`,
  mac: Array.from({ length: 6 }, () => padded(chance.between(0, 99))).join(':'),
  date: `2025-${padded(chance.between(1, 12))}-${padded(chance.between(1, 28))} ${padded(chance.between(0, 23))}:${padded(chance.between(0, 59))}`,
  time: `${chance.between(7, 18)}:${padded(chance.between(0, 59))}`,
  weekday: chance.pick(WEEKDAYS),
  vlan: String(chance.between(2, 250)),
  raid: chance.pick(['5', '6', '10']),
  ticket: `${chance.between(10, 99)}-${chance.between(1000, 9999)}`,
});

/** Makes the author of one case. */
export const createAuthor = (customer: Customer, product: Product, chance: Chance): Author => {
  const person = createPerson(customer.domain, chance);
  const serial = `HV${Array.from({ length: 9 }, () => chance.pick(LETTERS)).join('')}`;
  const slots = slotsOf(person, serial, customer, product, chance);
  const mistypes = chance.happens(MISTYPING_AUTHORS);
  const lower = chance.happens(0.08);
  return {
    person,
    serial,
    customer,
    product,
    says: (phrase) => {
      // Names, codes and numbers stay what they are: the phrase is mistyped before its slots are filled.
      const typed = mistypes ? withTypos(phrase, TYPING_SHARE, chance) : phrase;
      const begun = lower ? typed.charAt(0).toLowerCase() + typed.slice(1) : typed;
      return say(begun, slots, chance);
    },
  };
};
