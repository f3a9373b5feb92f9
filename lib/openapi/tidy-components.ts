import * as z from 'zod';

const REFERENCE = /"#\/components\/schemas\/([^"]+)"/g;
const Document = z.looseObject({
  paths: z.unknown(),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

/**
 * Leaves out the components that no path uses, and calls an answer's component `Case` instead of
 * `CaseOutput` where requests use none of that name.
 */
export const tidyComponents = (document: unknown): unknown => {
  const { components, ...rest } = Document.parse(document);
  const used = usedFrom(rest.paths, components.schemas);
  const nameOf = (name: string): string => {
    const short = name.replace(/Output$/, '');
    return used.has(short) ? name : short;
  };
  const schemas = [...used].toSorted().map((name) => [nameOf(name), components.schemas[name]]);
  const tidied = { ...rest, components: { ...components, schemas: Object.fromEntries(schemas) } };
  return JSON.parse(
    JSON.stringify(tidied).replaceAll(
      REFERENCE,
      (_, name: string) => `"#/components/schemas/${nameOf(name)}"`,
    ),
  );
};

const namesIn = (value: unknown): string[] =>
  [...JSON.stringify(value).matchAll(REFERENCE)].map(([, name = '']) => name);

const usedFrom = (paths: unknown, schemas: Readonly<Record<string, unknown>>): ReadonlySet<string> => {
  const used = new Set(namesIn(paths));
  // A set's iteration goes on over what is added meanwhile.
  for (const name of used) for (const further of namesIn(schemas[name])) used.add(further);
  return used;
};
