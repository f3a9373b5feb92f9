import type { Command } from '../command.ts';
import { followImport } from '../follow-import.ts';

/** Shows an import. */
export const statusCommand: Command = {
  synopsis: 'status ID',
  summary: 'show an import: its state, its counts, and what was not taken',
  words: { least: 1, most: 1 },
  options: { watch: { type: 'flag', summary: 'stay until it ends' } },
  run: (invocation) =>
    followImport(invocation, invocation.words[0] ?? '', invocation.options['watch'] === true),
};
