import * as z from 'zod';

/** The schema of an environment variable that holds JSON. */
export const jsonSetting = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch (error) {
        context.issues.push({ code: 'custom', message: `not JSON: ${String(error)}`, input: text });
        return z.NEVER;
      }
    })
    .pipe(schema);
