import type { Chance } from './chance.ts';

/** What the slots of phrases stand for, by name. */
export type Slots = Readonly<Record<string, string>>;

const CHOICE = /\[(?<options>[^\][]*\|[^\][]*)\]/g;
const RANGE = /<(?<least>\d+)-(?<most>\d+)>/g;
const SLOT = /\{(?<name>[a-z_]+)\}/g;

/** Says a phrase: `[one|other]` becomes one of them, `<10-20>` a number, `{host}` what the slot stands for. */
export const say = (phrase: string, slots: Slots, chance: Chance): string =>
  phrase
    .replace(CHOICE, (_, options: string) => chance.pick(options.split('|')))
    .replace(RANGE, (_, least: string, most: string) => String(chance.between(Number(least), Number(most))))
    .replace(SLOT, (_, name: string) => {
      const value = slots[name];
      if (value === undefined) throw new Error(`no slot ${name} for "${phrase}"`);
      return value;
    });
