/** Another text, and how near it is. */
export type Near = { readonly id: string; readonly cosine: number };

/** Neighbours that a text keeps. */
const MOST = 30;

/** Whether a list holds as many as it may: others may be near too. */
export const isFull = (list: readonly Near[]): boolean => list.length === MOST;

/** The nearest first; equal ones by id, so that the order in which texts come does not matter. */
const isNearer = (one: Near, other: Near): boolean =>
  one.cosine > other.cosine || (one.cosine === other.cosine && one.id < other.id);

/** Puts a text where it belongs among the nearest of another, and drops the one that is too many; nearest first. */
export const putNear = (list: Near[], near: Near): void => {
  let place = list.length;
  for (let before = list[place - 1]; before && isNearer(near, before); before = list[place - 1]) place -= 1;
  if (place === MOST) return;
  list.splice(place, 0, near);
  if (list.length > MOST) list.pop();
};
