import { assembleCase, personalDataOf } from './assemble-case.ts';
import { createAuthor } from './author.ts';
import type { KnownPattern } from './catalogue.ts';
import type { Chance } from './chance.ts';
import type { Customer } from './customers.ts';
import { drawTimes } from './dated.ts';
import { productOf } from './products.ts';
import { tellers } from './roles.ts';
import type { SampleCase } from './sample-case.ts';
import type { CaseTruth, Role } from './truth.ts';
import { withTypos } from './typos.ts';
import { manners } from './voices.ts';
import type { Banks } from './write-case.ts';
import type { Written } from './written.ts';

type Voice = 0 | 1 | 2;
/** Roles that are told from the phrase banks, not copied. */
type ToldRole = keyof typeof tellers;

const VOICES = ['user', 'administrator', 'field'] as const;
/** Seven of twenty cases in each of the first two voices, six in the third. */
const VOICE_PLACES: readonly Voice[] = [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2];

/** What is to be written: a pattern in a role; a copy takes the last resolved case of its pattern. */
export type Wanted = {
  readonly id: string;
  readonly known: KnownPattern;
  readonly role: Exclude<Role, 'noise'>;
  readonly original: Written | undefined;
};

type Draft = Omit<Written, 'line' | 'truth'> & Pick<CaseTruth, 'role' | 'voice' | 'duplicate_of'>;

/** Writes a case of a pattern; a copy without an original to copy is told like any other. */
export const writePatternCase = (
  { id, known, role, original }: Wanted,
  customers: readonly Customer[],
  chance: Chance,
): Written => {
  const { pattern, family } = known;
  const { told, author, ...about } = draftOf(known, role, original, customers, chance);
  const line = assembleCase(id, told, author, drawTimes(chance), family.category, chance);
  const text = textOf(line);
  return {
    line,
    told,
    author,
    truth: {
      case_id: id,
      ...about,
      pattern: pattern.key,
      category: family.category,
      cause: pattern.cause,
      fix: pattern.fix,
      gold_facts: told.facts.filter(({ quote }) => text.includes(quote)),
      personal_data: personalDataOf(line, author),
    },
  };
};

const draftOf = (
  known: KnownPattern,
  role: Wanted['role'],
  original: Written | undefined,
  customers: readonly Customer[],
  chance: Chance,
): Draft => {
  if (role !== 'exact_duplicate' && role !== 'near_duplicate') return tell(known, role, customers, chance);
  return original === undefined ? tell(known, 'resolved', customers, chance) : copyOf(original, role, chance);
};

const tell = (known: KnownPattern, role: ToldRole, customers: readonly Customer[], chance: Chance): Draft => {
  const voice = chance.pick(VOICE_PLACES);
  const remedyVoice =
    role === 'bridging' ? chance.pick(VOICE_PLACES.filter((other) => other !== voice)) : voice;
  const author = createAuthor(chance.pick(customers), productOf(chance.pick(known.family.products)), chance);
  const wrongFixes = known.twin?.remedies[voice].fixes ?? manners[voice].wrongFixes;
  const told = tellers[role](banksOf(known, voice, remedyVoice), author, chance, wrongFixes);
  return { told, author, role, voice: VOICES[voice] };
};

const banksOf = ({ pattern, family }: KnownPattern, voice: Voice, remedyVoice: Voice): Banks => ({
  complaint: family.complaint[voice],
  clues: pattern.remedies[voice].clues,
  manner: manners[voice],
  remedy: pattern.remedies[remedyVoice],
  remedyManner: manners[remedyVoice],
});

/** An exact copy repeats every word; a near one mistypes some. */
const copyOf = (
  { told, author, line, truth }: Written,
  role: 'exact_duplicate' | 'near_duplicate',
  chance: Chance,
): Draft => {
  const share = role === 'near_duplicate' ? 1 : 0;
  const title = withTypos(told.title, 0.3 * share, chance);
  const description = withTypos(told.description ?? '', 0.08 * share, chance);
  const copy = { ...told, title, description, feed: [] };
  return { told: copy, author, role, voice: truth.voice, duplicate_of: line.id };
};

const textOf = ({ title, description, resolution, feed }: SampleCase): string =>
  [title, description, resolution, ...(feed ?? []).map(({ body }) => body)].join('\n');
