import { leadsAway } from './hostile/leads-away.ts';
import { readAloud } from './hostile/read-aloud.ts';
import { runsCode } from './hostile/runs-code.ts';
import { speaksToModel } from './hostile/speaks-to-model.ts';
import { weakensProtection } from './hostile/weakens-protection.ts';

/**
 * Whether a text tells somebody to do what no article may tell, even if a case says it word for word: an attacker can
 * open a case. Steps of a repair are none, also those that switch something off.
 */
export const isInstruction = (text: string): boolean => {
  const aloud = readAloud(text);
  return speaksToModel(aloud) || leadsAway(aloud) || runsCode(text, aloud) || weakensProtection(aloud);
};
