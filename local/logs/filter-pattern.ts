import * as z from 'zod';

const FIELD_IS = /^\{\s*\(?\s*\$\.(?<field>[\w-]+)\s*=\s*"(?<value>[^"*\\]*)"\s*\)?\s*\}$/;

/** A filter pattern of CloudWatch Logs, of the form `{ $.field = "value" }`; the whole as a test of one line. */
export const FilterPattern = z.string().transform((pattern, context) => {
  const { field, value } = FIELD_IS.exec(pattern)?.groups ?? {};
  if (field !== undefined) return (line: string): boolean => fieldOf(line, field) === value;
  context.issues.push({ code: 'custom', message: `only { $.field = "value" } runs here`, input: pattern });
  return z.NEVER;
});

const Line = z.record(z.string(), z.unknown());

/** A line that is no JSON object matches nothing, as in the cloud. */
const fieldOf = (line: string, field: string): unknown => {
  if (!line.startsWith('{')) return undefined;
  try {
    return Line.parse(JSON.parse(line))[field];
  } catch {
    return undefined;
  }
};
