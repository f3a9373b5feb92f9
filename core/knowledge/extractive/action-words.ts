/** Verbs of mending and looking that stand first in an instruction. */
const IMPERATIVES =
  'add adjust apply assign attach back boot build change check clean clear close compare configure confirm connect copy cut decrease delete disable disconnect download drain edit empty enable ensure enter exchange expand export extend find fit flash flush format free import increase inspect install isolate kill limit list lock log look lower make measure migrate monitor mount move open order pair patch ping plug power press pull purge push put raise read reapply rebalance reboot rebuild reconfigure reconnect reduce reinstall release relocate remove rename renew repair replace reroute reseat reset resize restart restore retry return revert roll rotate run save scan select send set shift shorten shut split start stop swap switch sync tell test tighten trace turn uninstall unlock unplug unmount update upgrade use validate verify wait wipe write';

/** Forms of the past that do not end with -ed. */
const IRREGULAR =
  'began bought broke brought built came chose cut did drew drove felt found gave got held hung kept laid led left let lit lost made met moved put ran rang read redid redone reset rewrote saw sent set shook shut sold spent split spun stood stuck swung swapped threw told took tore undid understood unwound went wound wrote written taken given done found put thrown laid sent set built bought cut drawn held kept made reset shut swung';

/** Words in -ed that say how something is, not what was done. */
const STATES =
  'aged affected based blocked bloated broken burned burnt clogged closed compressed confused contaminated corroded corrupt corrupted cracked crowded crushed damaged degraded deprecated detached discharged distorted dried exceeded exhausted expired exposed failed fragmented frozen hundred indeed jammed kinked limited located locked loosened mixed needed outdated overheated overloaded red related required rusted saturated seized shed shorted speed stranded supposed tired twisted undersized unexpected unneeded unrelated unsupported used wired worn';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const imperatives = setOf(IMPERATIVES);
const irregular = setOf(IRREGULAR);
const states = setOf(STATES);

/** Whether a word is the first of an instruction: `replace`, `check`. */
export const isImperative = (word: string): boolean => imperatives.has(word);

/** Whether a word tells what somebody did: `replaced`, `took`. */
export const isDeed = (word: string): boolean =>
  irregular.has(word) || (word.length > 4 && word.endsWith('ed') && !states.has(word));
