/** What an import has to know of a stored case to decide about a record. */
export type CaseHead =
  | {
      readonly id: string;
      readonly version: number;
      readonly deleted: true;
      readonly updatedAt: string;
      readonly sourceUpdatedAt: string | undefined;
    }
  | {
      readonly id: string;
      readonly version: number;
      readonly deleted: false;
      readonly contentHash: string;
      readonly createdAt: string;
      readonly updatedAt: string;
      readonly sourceUpdatedAt: string | undefined;
      /** The import that last wrote it; absent when none did. */
      readonly importId: string | undefined;
    };

/** Stored cases without their content. Every implementation must pass test/contract/import-books.contract.ts. */
export interface CaseHeads {
  /** The heads of these ids as they are now (strongly read), tombstones included; ids without a row are absent. */
  findMany(tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, CaseHead>>;
}
