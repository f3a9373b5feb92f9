import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Intent = z.object({
  bucket: z.string(),
  key: z.string(),
  startedAt: z.iso.datetime(),
  reason: z.string(),
});

/** An object that is about to be stored and whose event must then be delivered; `startedAt` in ISO 8601. */
export type Intent = z.infer<typeof Intent>;

/** Notes on disk which events are owed, so that a kill between storing and publishing loses none. */
export type EventJournal = {
  /** Notes an intent; call the answer when its event is delivered or its object was not stored. */
  note(id: string, intent: Intent): () => void;
  /** Intents of an earlier run, with the function that removes each. */
  leftOver(): readonly { readonly intent: Intent; readonly done: () => void }[];
};

/** Keeps one small file an intent in this directory. */
export const createEventJournal = (directory: string): EventJournal => {
  mkdirSync(directory, { recursive: true });
  const remove = (name: string) => () => rmSync(join(directory, name), { force: true });
  const inherited = readdirSync(directory).filter((name) => name.endsWith('.json'));
  return {
    note(id, intent) {
      const name = `${id}.json`;
      writeFileSync(join(directory, `${name}.new`), JSON.stringify(intent));
      renameSync(join(directory, `${name}.new`), join(directory, name));
      return remove(name);
    },
    leftOver: () =>
      inherited.splice(0).map((name) => ({
        intent: Intent.parse(JSON.parse(readFileSync(join(directory, name), 'utf8'))),
        done: remove(name),
      })),
  };
};
