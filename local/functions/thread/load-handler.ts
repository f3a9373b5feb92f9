import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';

const Handler = z.custom<(event: unknown, context: unknown) => unknown>(
  (value) => typeof value === 'function',
);

/** The function of a bundle that Lambda would call for the `Handler` property, e.g. `index.handler`. */
export const loadHandler = async (directory: string, property: string): Promise<z.infer<typeof Handler>> => {
  const dot = property.lastIndexOf('.');
  const file = ['.mjs', '.js', '.cjs']
    .map((ending) => join(directory, property.slice(0, dot) + ending))
    .find((path) => existsSync(path));
  if (file === undefined) throw new Error(`Cannot find module '${property.slice(0, dot)}' in ${directory}`);
  const module: unknown = await import(pathToFileURL(file).href);
  const name = property.slice(dot + 1);
  const exported = z.record(z.string(), z.unknown()).parse({ ...Object(module) })[name];
  const handler = Handler.safeParse(exported);
  if (!handler.success) throw new Error(`${property} is undefined or not exported`);
  return handler.data;
};
