import { TenantId } from './principal.ts';

/** The key of a case: whose it is, and its id. */
export type CaseKey = { readonly tenant: string; readonly id: string };

/** A case's key as one text, `tenant#id`; a tenant's id holds no `#`. */
export const writeCaseKey = ({ tenant, id }: CaseKey): string => `${tenant}#${id}`;

/** Reads what `writeCaseKey` wrote; anything else is a fault. */
export const readCaseKey = (text: string): CaseKey => {
  const border = text.indexOf('#');
  if (border < 0 || border === text.length - 1) throw new Error('not the key of a case');
  return { tenant: TenantId.parse(text.slice(0, border)), id: text.slice(border + 1) };
};
