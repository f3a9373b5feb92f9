import type { Chance } from './chance.ts';
import { ODD_TEXTS } from './odd-texts.ts';

type Holder = { get: () => unknown; set: (value: unknown) => void; drop: () => void };

const nested = (depth: number): unknown => {
  let value: unknown = 'deep';
  for (let n = 0; n < depth; n += 1) value = n % 2 === 0 ? [value] : { a: value };
  return value;
};

const oddValue = (chance: Chance): unknown =>
  chance.pick<() => unknown>([
    () => chance.pick(ODD_TEXTS),
    () => chance.pick([0, -1, 1.5, 1e308, -1e308, 1e20, 1e126, 5e-324, 0.1 + 0.2, -0]),
    () => chance.pick([null, true, false]),
    () => chance.pick<unknown>([[], {}, [[]], [null], { '': '' }]),
    () => 'x'.repeat(chance.pick([201, 501, 1_001, 4_001, 100_001])),
    () => '😀'.repeat(chance.pick([101, 251, 501])),
    () => Array.from({ length: chance.pick([11, 51, 501, 1_001]) }, () => 'x'),
    () => nested(chance.pick([10, 500, 3_000])),
    () => Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`k${n}`, n])),
  ])();

/** Every place inside a value where something can be replaced. */
const places = (holder: Holder): Holder[] => {
  const value = holder.get();
  if (typeof value !== 'object' || value === null) return [holder];
  const parts = value as Record<string, unknown>;
  const inside = Object.keys(parts).flatMap((key) =>
    places({
      get: () => parts[key],
      set: (next) => (parts[key] = next),
      drop: () => delete parts[key],
    }),
  );
  return [holder, ...inside];
};

/** A copy of a JSON value with something wrong somewhere: another type, out of bounds, missing, unknown. */
export const spoilValue = (value: unknown, chance: Chance): unknown => {
  let root: unknown = structuredClone(value);
  const holder: Holder = { get: () => root, set: (next) => (root = next), drop: () => (root = undefined) };
  const place = chance.pick(places(holder));
  const here = place.get();
  if (typeof here === 'object' && here !== null && !Array.isArray(here) && chance.happens(0.6)) {
    const name = chance.pick(['unknown', 'tenant', 'pk', 'constructor', '', 'Title', 'a/b~c', '\uD800']);
    Object.defineProperty(here, name, { value: oddValue(chance), enumerable: true, configurable: true });
  } else if (chance.happens(0.2) && place !== holder) place.drop();
  else place.set(oddValue(chance));
  return root;
};
