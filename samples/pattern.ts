/** The categories of the vendor's cases. */
export type Category =
  | 'processor_errors'
  | 'network_issues'
  | 'bios_firmware'
  | 'hard_drive_failures'
  | 'power_supply';

/**
 * One value for each way of speaking: an office user, an administrator, a field engineer. The three share no content
 * word within a pattern; that is what makes the sample hard for keywords. Phrases may hold `[one|other]`,
 * numbers `<10-20>` and slots `{host}`.
 */
export type Voiced<Bank> = readonly [user: Bank, administrator: Bank, field: Bank];

/** How a problem shows itself. */
export type Complaint = {
  readonly titles: readonly string[];
  readonly symptoms: readonly string[];
  readonly details: readonly string[];
};

/** How it is found out and mended; `clues` are what a careful reader could have told the cause by. */
export type Remedy = {
  readonly clues: readonly string[];
  readonly steps: readonly string[];
  readonly causes: readonly string[];
  readonly fixes: readonly string[];
  readonly proofs: readonly string[];
};

/** A problem with one cause and one fix. */
export type Pattern = {
  readonly key: string;
  readonly title: string;
  readonly component: string;
  readonly cause: string;
  readonly fix: string;
  readonly steps: readonly string[];
  readonly remedies: Voiced<Remedy>;
  /** Queries of people who have the problem, in words of their own. */
  readonly asked: { readonly words: readonly string[]; readonly howTo: string };
};

/** A complaint and the one pattern behind it, or the two that it is confused between. */
export type Family = {
  readonly category: Category;
  /** Keys of the products that it happens to. */
  readonly products: readonly string[];
  /** Codes that stand in the complaint of administrators. */
  readonly codes: readonly string[];
  readonly complaint: Voiced<Complaint>;
  readonly patterns: readonly [Pattern] | readonly [Pattern, Pattern];
};
