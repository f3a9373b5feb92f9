import { findPersonalData } from '#core/privacy/find-personal-data.ts';
import { isDisguised } from './is-disguised.ts';
import { isInstruction } from './is-instruction.ts';
import { isMarkup } from './is-markup.ts';
import { namesCustomer } from './names-customer.ts';
import type { RemovalReason } from './verified.ts';

/** Who is not to be named. */
export type Private = { readonly people: readonly string[]; readonly customers: readonly string[] };

/** Why a cleaned text may not stand in an article, whoever says it; `original` is the text before cleaning. */
export const whyUnfit = (
  text: string,
  original: string,
  { people, customers }: Private,
): RemovalReason | undefined => {
  if (isDisguised(original)) return 'disguised';
  if (isInstruction(text)) return 'instruction';
  if (isMarkup(text) || !/[\p{L}\p{N}]/u.test(text)) return 'markup';
  if (namesCustomer(text, customers)) return 'customer_named';
  return findPersonalData(text, { names: people }).length > 0 ? 'personal_data' : undefined;
};
