import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { caseFields, RecordId } from '#contracts/case.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { generateSample } from '#samples/generate-sample.ts';

/** A case as the store would hold it, and the true pattern where a sample knows it. */
export type ToldCase = { readonly row: LivingCase; readonly truth?: string | undefined };

const Line = z.object({ id: RecordId, ...caseFields });

const EPOCH = '1970-01-01T00:00:00.000Z';

const rowOf = (line: unknown): LivingCase => {
  const { id, ...content } = Line.parse(line);
  return {
    tenant: 'replay',
    id,
    version: 1,
    deleted: false,
    content,
    contentHash: id,
    createdAt: content.created_at ?? EPOCH,
    updatedAt: content.resolved_at ?? content.created_at ?? EPOCH,
  };
};

/** The cases of a file of JSON lines, in the form of an import; a line that is none is named. */
export const casesOfFile = async (file: string): Promise<readonly ToldCase[]> => {
  const told: ToldCase[] = [];
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    number += 1;
    if (line.trim() === '') continue;
    try {
      told.push({ row: rowOf(JSON.parse(line)) });
    } catch (cause) {
      throw new Error(`line ${number} of ${file} is no case`, { cause });
    }
  }
  return told;
};

/** The cases of a sample, with what is true of them. */
export const casesOfSample = (seed: number, size: number): readonly ToldCase[] => {
  const { cases, truths } = generateSample({ seed, size });
  return cases.map((line, n) => ({ row: rowOf(line), truth: truths[n]?.pattern }));
};
