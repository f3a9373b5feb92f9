import { folded } from './folded.ts';

/** Names shorter than this stand for other things too. */
const LEAST_CHARACTERS = 3;
const WORD = /[\p{L}\p{N}]/u;

/** Whether a text names one of the customers, as whole words, in whatever case. */
export const namesCustomer = (text: string, customers: readonly string[]): boolean => {
  const said = folded(text).toLowerCase();
  return customers
    .map((name) => folded(name).toLowerCase())
    .filter((name) => name.length >= LEAST_CHARACTERS)
    .some((name) =>
      placesOf(said, name).some(
        (at) => !WORD.test(said[at - 1] ?? ' ') && !WORD.test(said[at + name.length] ?? ' '),
      ),
    );
};

const placesOf = (text: string, name: string): readonly number[] => {
  const places: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) places.push(at);
  return places;
};
