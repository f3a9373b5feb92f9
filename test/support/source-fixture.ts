/** A row of the customer's table of cases; times as the database writes them. */
export type CaseFixture = {
  id: string;
  title: string | null;
  status: string;
  updated_at: string | null;
  is_deleted?: boolean;
  region?: string;
};
/** An entry of a feed. */
export type EntryFixture = {
  id: string;
  case_id: string;
  kind: string;
  body: string;
  created_at: string;
  updated_at: string;
};
/** A comment on an entry. */
export type CommentFixture = {
  id: string;
  entry_id: string;
  author: string;
  body: string;
  created_at: string;
};
/** A product. */
export type ProductFixture = { id: string; name: string; parent_id: string | null };

/** What is in a customer's database. */
export type SourceFixture = {
  cases: CaseFixture[];
  entries: EntryFixture[];
  comments: CommentFixture[];
  products: ProductFixture[];
};

/** A database with nothing in it but what a test names. */
export const aSourceFixture = (overrides: Partial<SourceFixture> = {}): SourceFixture => ({
  cases: [],
  entries: [],
  comments: [],
  products: [],
  ...overrides,
});

/** A case of the customer's table. */
export const aSourceRow = (overrides: Partial<CaseFixture> = {}): CaseFixture => ({
  id: 'k-1',
  title: 'Printer prints blank pages',
  status: 'open',
  updated_at: '2026-03-01T10:00:00.000000Z',
  is_deleted: false,
  region: 'here',
  ...overrides,
});
