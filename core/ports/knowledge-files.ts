/**
 * Files of the making of knowledge: groups, plans and drafts, too large for a row or a state. Text, by key; the key
 * begins with the tenant, or with `runs/`. Every implementation must pass test/contract/knowledge-files.contract.ts.
 */
export interface KnowledgeFiles {
  read(key: string): Promise<string | undefined>;
  /** Writes, over what is there. */
  write(key: string, text: string): Promise<void>;
  /** Writes if nothing is there; answers what is there afterwards, so that the first one wins. */
  writeOnce(key: string, text: string): Promise<string>;
  remove(key: string): Promise<void>;
  /** Removes all files whose keys begin so; for what must leave nothing behind. */
  removeUnder(beginning: string): Promise<void>;
}
