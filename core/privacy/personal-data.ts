/** What kind of personal data stands in a text. */
export type PersonalDataKind = 'name' | 'email' | 'phone' | 'serial' | 'iban' | 'card' | 'ip' | 'user';

/** Personal data in a text, from `start` to before `end`, in UTF-16 units. */
export type PersonalData = { readonly start: number; readonly end: number; readonly kind: PersonalDataKind };
