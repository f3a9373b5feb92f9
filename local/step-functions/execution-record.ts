import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { errorCode } from '../error-code.ts';

/** An execution as it is on disk; times are ISO 8601. */
export const ExecutionRecord = z.object({
  executionArn: z.string(),
  stateMachineArn: z.string(),
  name: z.string(),
  status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']),
  startDate: z.string(),
  stopDate: z.string().optional(),
  /** JSON. */
  input: z.string(),
  /** JSON. */
  output: z.string().optional(),
  error: z.string().optional(),
  cause: z.string().optional(),
});
export type ExecutionRecord = z.infer<typeof ExecutionRecord>;

/** The executions of one state machine, a file each. */
export type ExecutionRecords = {
  find(name: string): ExecutionRecord | undefined;
  /** Replaces a record in one step: a kill leaves the old or the new one. */
  write(record: ExecutionRecord): void;
  all(): readonly ExecutionRecord[];
  remove(name: string): void;
};

const END = '.json';

/** Opens the directory of a state machine's executions; names of executions hold nothing that a file's name may not. */
export const openExecutionRecords = (directory: string): ExecutionRecords => {
  mkdirSync(directory, { recursive: true });
  const fileOf = (name: string): string => join(directory, `${name}${END}`);
  const find = (name: string): ExecutionRecord | undefined => {
    try {
      return ExecutionRecord.parse(JSON.parse(readFileSync(fileOf(name), 'utf8')));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  };
  return {
    find,
    write(record) {
      const file = fileOf(record.name);
      writeFileSync(`${file}.new`, JSON.stringify(record));
      renameSync(`${file}.new`, file);
    },
    all: () =>
      readdirSync(directory)
        .filter((file) => file.endsWith(END))
        .map((file) => find(file.slice(0, -END.length)))
        .filter((record) => record !== undefined),
    remove: (name) => rmSync(fileOf(name), { force: true }),
  };
};
