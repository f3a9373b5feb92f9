import type { Command } from './command.ts';
import { healthCommand } from './commands/health.ts';
import { importCommand } from './commands/import.ts';
import { indexCommand } from './commands/search-index.ts';
import { cancelCommand, continueCommand, retryCommand } from './commands/move-import.ts';
import { searchCommand } from './commands/search.ts';
import { statusCommand } from './commands/status.ts';
import { tokenCommand } from './commands/token.ts';

/** Every command by its name, in the order of the help. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['import', importCommand],
  ['status', statusCommand],
  ['cancel', cancelCommand],
  ['continue', continueCommand],
  ['retry', retryCommand],
  ['search', searchCommand],
  ['index', indexCommand],
  ['health', healthCommand],
  ['token', tokenCommand],
]);
