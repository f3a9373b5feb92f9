import { stemOf } from './stems-of.ts';

const stems = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).map(stemOf));

/** Verbs that tell somebody to do something; what they are about must stand in the cited cases. */
export const actionStems = stems(
  `add apply attach boot change clean clear close configure connect copy create delete disable disconnect downgrade download
  edit enable enter erase execute export flash format import insert install kill launch load lower mount move open order paste
  plug press pull purchase push reboot reconnect reinstall remove rename repair replace reseat reset restart restore revert
  rollback run schedule select send set shorten start stop swap switch turn uninstall unmount unplug update upgrade upload use
  wipe aktivieren deaktivieren ersetzen installieren löschen neustarten starten tauschen trennen`,
);

/** Verbs that destroy or open; they must stand in a quote themselves. */
export const graveStems = stems(
  `delete disable downgrade erase execute flash format kill remove reset uninstall wipe deaktivieren löschen`,
);
