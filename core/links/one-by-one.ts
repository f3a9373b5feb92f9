import type { RecordKey } from '#contracts/record-key.ts';

/** A record whose change could not be followed, and why. */
export type FailedFollowing = { readonly key: RecordKey; readonly error: unknown };

/** Does one thing after the other; one that fails stops no other, and is answered. */
export const oneByOne = async (
  ids: readonly string[],
  one: (id: string) => Promise<void>,
): Promise<readonly { readonly id: string; readonly error: unknown }[]> => {
  const failed: { id: string; error: unknown }[] = [];
  for (const id of ids) {
    try {
      await one(id);
    } catch (error) {
      failed.push({ id, error });
    }
  }
  return failed;
};
