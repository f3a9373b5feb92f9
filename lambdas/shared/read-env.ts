import * as z from 'zod';

/** Reads the environment variables that one function needs; a missing or wrong one stops its start and is named. */
export const readEnv = <Shape extends z.ZodRawShape>(shape: Shape): z.infer<z.ZodObject<Shape>> => {
  const result = z.object(shape).safeParse(process.env);
  if (result.success) return result.data;
  const wrong = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new Error(`environment variables are wrong: ${wrong}`);
};
