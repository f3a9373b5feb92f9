import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';

/** What turns JSON into a shape of the contracts. */
type Shape<Value> = { parse(value: unknown): Value };

/** A file of the making of knowledge as its shape, or undefined when there is none. */
export const readJson = async <Value>(
  files: Pick<KnowledgeFiles, 'read'>,
  key: string,
  shape: Shape<Value>,
): Promise<Value | undefined> => {
  const text = await files.read(key);
  return text === undefined ? undefined : shape.parse(JSON.parse(text));
};

/** The same of a file that an earlier step has written. */
export const knownJson = async <Value>(
  files: Pick<KnowledgeFiles, 'read'>,
  key: string,
  shape: Shape<Value>,
): Promise<Value> => {
  const value = await readJson(files, key, shape);
  if (value === undefined) throw new Error(`an earlier step has not written ${key}`);
  return value;
};

/** Writes a file if nothing is there; answers what is there afterwards. */
export const writeJsonOnce = async <Value>(
  files: Pick<KnowledgeFiles, 'writeOnce'>,
  key: string,
  shape: Shape<Value>,
  value: Value,
): Promise<Value> => shape.parse(JSON.parse(await files.writeOnce(key, JSON.stringify(value))));
