import { CliError } from './cli-error.ts';
import { EXIT } from './exit-code.ts';

/** How a file is to be read. */
export type FileFormat = { readonly format: string; readonly compression: 'none' | 'gzip' };

const BY_ENDING: Readonly<Record<string, string>> = {
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'jsonl',
  csv: 'csv',
};

/** The format by a file's name, `.gz` behind it for gzip; `stated` wins over the ending. */
export const fileFormat = (name: string, stated?: string): FileFormat => {
  const compression = /\.gz$/i.test(name) ? 'gzip' : 'none';
  const ending = /\.([a-z]+)$/i.exec(name.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? '';
  const format = stated ?? BY_ENDING[ending];
  if (format === undefined)
    throw new CliError(
      EXIT.usage,
      'usage',
      `the format of ${name} is not known by its name: --format jsonl or csv`,
    );
  return { format, compression };
};
