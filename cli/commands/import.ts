import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CreatedImport, NewImport } from '#client/operations.ts';
import { CliError } from '../cli-error.ts';
import type { Command, Invocation, Options } from '../command.ts';
import { isPassing } from '../describe-failure.ts';
import { EXIT } from '../exit-code.ts';
import { fileFormat } from '../file-format.ts';
import { followImport } from '../follow-import.ts';
import { bar, duration, size } from '../numbers.ts';
import { uploadFile } from '../upload-file.ts';

const MOST_TRIES = 3;

const numberOf = (options: Options, name: string): number | undefined => {
  const given = options[name];
  if (given === undefined) return undefined;
  const value = Number(given);
  if (given === '' || !Number.isFinite(value))
    throw new CliError(EXIT.usage, 'usage', `--${name} takes a number, not "${String(given)}"`);
  return value;
};

/** Column and field of each `--map column=field`. */
const mappingOf = ({ map }: Options): Readonly<Record<string, string>> | undefined => {
  if (!Array.isArray(map)) return undefined;
  const pairs = map.map((pair: string): [string, string] => {
    const border = pair.lastIndexOf('=');
    if (border < 1) throw new CliError(EXIT.usage, 'usage', `--map takes column=field, not "${pair}"`);
    return [pair.slice(0, border), pair.slice(border + 1)];
  });
  return Object.fromEntries(pairs);
};

const bytesOf = async (path: string): Promise<number> => {
  const found = await stat(path).catch((cause: unknown) => {
    throw new CliError(EXIT.noInput, 'no_input', `${path} cannot be read`, cause);
  });
  if (!found.isFile()) throw new CliError(EXIT.noInput, 'no_input', `${path} is no file`);
  return found.size;
};

/** What the values of these may be is the API's to say, which names each that is wrong. */
const wishOf = (path: string, options: Options): NewImport => {
  const wish: unknown = {
    ...fileFormat(path, typeof options['format'] === 'string' ? options['format'] : undefined),
    name: options['name'] ?? basename(path).slice(0, 200),
    profile: options['import-profile'],
    priority: options['priority'],
    expected_records: numberOf(options, 'expected-records'),
    error_threshold: numberOf(options, 'error-threshold'),
    mapping: mappingOf(options),
  };
  return JSON.parse(JSON.stringify(wish));
};

/** Asked again when the network fails; the key makes one import of it all the same. */
const create = async ({ session, signal }: Invocation, body: NewImport): Promise<CreatedImport> => {
  const headers = { 'idempotency-key': randomUUID() };
  for (let tries = 1; ; tries += 1) {
    try {
      return (await session.client.call('createImport', { body, headers })).body;
    } catch (error) {
      if (tries === MOST_TRIES || !isPassing(error)) throw error;
      await pause(tries * 500, undefined, { signal });
    }
  }
};

const uploading = ({ terminal, json }: Invocation, bytes: number) => {
  const started = performance.now();
  let shown = 0;
  return (sent: number): void => {
    const now = performance.now();
    if (json || (now - shown < 100 && sent < bytes)) return;
    shown = now;
    const rate = sent / Math.max(0.001, (now - started) / 1_000);
    const left = rate > 0 ? `${duration((bytes - sent) / rate)} left` : '';
    const percent = String(Math.floor((100 * sent) / bytes)).padStart(3);
    terminal.show(
      `${'Uploading'.padEnd(12)}  ${bar(sent / bytes)}  ${percent} %  ${size(sent)} of ${size(bytes)}  ${size(Math.round(rate))}/s  ${left}`,
    );
  };
};

/** Uploads a file of cases and watches until they are found by search. */
export const importCommand: Command = {
  synopsis: 'import FILE',
  summary: 'upload a file of cases and watch until they are found by search',
  words: { least: 1, most: 1 },
  options: {
    format: { type: 'value', summary: 'jsonl or csv; by the ending of the name when left out (.gz: gzip)' },
    name: { type: 'value', summary: 'what the import is called; the file name when left out' },
    'import-profile': { type: 'value', summary: 'small, medium, large or xlarge' },
    priority: { type: 'value', summary: 'high, normal or low' },
    'expected-records': { type: 'value', summary: 'how many records the file has, if known' },
    'error-threshold': {
      type: 'value',
      summary: 'share of rejected records, 0 to 1, above which it asks for review',
    },
    map: { type: 'value', summary: 'column=field, for CSV; may be given several times' },
    'no-watch': { type: 'flag', summary: 'end after the upload' },
  },
  async run(invocation) {
    const { words, options, terminal, signal, caller, json } = invocation;
    const [path = ''] = words;
    const bytes = await bytesOf(path);
    const made = await create(invocation, wishOf(path, options));
    if (!made.upload) throw new Error('the API gave no place for the upload');
    let uploaded = false;
    try {
      if (!json && !terminal.live) terminal.note(`Import ${made.id}: uploading ${size(bytes)}`);
      await uploadFile({
        path,
        bytes,
        link: made.upload,
        signal,
        onProgress: uploading(invocation, Math.max(bytes, 1)),
      });
      uploaded = true;
      return await followImport(invocation, made.id, options['no-watch'] !== true);
    } catch (error) {
      terminal.clear();
      const lines = uploaded
        ? [
            `Import ${made.id} goes on without you.`,
            `  watch it:  ${caller} status ${made.id} --watch`,
            `  end it:    ${caller} cancel ${made.id}`,
          ]
        : [`The file was not sent whole: import ${made.id} expires by itself, nothing of it is written.`];
      for (const line of lines) terminal.note(line);
      throw error;
    }
  },
};
