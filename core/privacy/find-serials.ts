import type { PersonalData } from './personal-data.ts';
import { spansOf } from './spans-of.ts';

/**
 * What is called a serial number: five characters or more with a digit, or capitals only. Numbers of parts and models
 * are the same on every device and stay.
 */
const CALLED =
  /(?<![\p{L}\p{N}])(?:s[ ]?\/[ ]?n|sn|ser(?:ial|\.)?(?:[ -]?(?:number|numbers|num|no|nr|#))?|service[ -]?tag|asset[ -]?tag|imei|seriennummer|num[ée]ro de s[ée]rie|n[úu]mero de serie|warranty status of)(?:[.:=#]{1,2}[ \t]{0,2}|[ \t]{1,2}[.:=#]{0,2}[ \t]{0,2}|[ \t](?:is|was|of|ist)[ \t])(?<it>[\p{L}\p{N}][\p{L}\p{N}-]{3,30}[\p{L}\p{N}])/dgiu;

const isSerial = (found: string): boolean =>
  /^[A-Z0-9-]+$/i.test(found) && (/\d{2}|\d[A-Z]+\d|^[A-Z]+\d/i.test(found) || found === found.toUpperCase());

/** Serial numbers of devices, which lead to who owns them: only what is called one. */
export const findSerials = (text: string): readonly PersonalData[] =>
  spansOf(text, CALLED, 'serial', isSerial);
