import type { Chance } from './chance.ts';

/** A made-up person; the address is of a domain reserved for examples, the number of the reserved range. */
export type Person = { readonly name: string; readonly email: string; readonly phone: string };

const FIRST =
  'Anna Bruno Carla Dimitri Elif Farid Greta Hassan Ines Jonas Katya Lionel Mira Nadia Oscar Paula Quentin Rosa Samir Tove Umberto Vera Wanda Xavier Yusuf Zoe Aiko Bjarne Chidi Dolores Emeka Freya Gustav Hana Igor Jamila Kofi Leocadia Mateo Noor'.split(
    ' ',
  );
const LAST =
  'Abernathy Bergstrom Castellano Dubrovsky Eriksson Fitzgerald Grünwald Haverkamp Iwasaki Jankowski Kowalczyk Lindqvist Moreau Nakagawa Okonkwo Petrossian Quartermaine Rasmussen Sandoval Tremblay Ulrichsen Vasquez Wetherby Yamaguchi Zielinski Achterberg Bonaventura Czerny Delacroix Esposito'.split(
    ' ',
  );

const plain = (text: string): string => text.toLowerCase().replaceAll('ü', 'ue');

/** Makes a person who writes from a domain. */
export const createPerson = (domain: string, chance: Chance): Person => {
  const first = chance.pick(FIRST);
  const last = chance.pick(LAST);
  return {
    name: `${first} ${last}`,
    email: `${plain(first)}.${plain(last)}@${domain}`,
    phone: `555-01${String(chance.between(0, 99)).padStart(2, '0')}`,
  };
};
