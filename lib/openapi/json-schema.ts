import * as z from 'zod';

const TypeName = z.enum(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);

/** The part of JSON Schema 2020-12 that our documents use. */
export const JsonSchema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([TypeName, z.array(TypeName)]).optional(),
  description: z.string().optional(),
  default: z.json().optional(),
  enum: z.array(z.string()).optional(),
  const: z.union([z.string(), z.number(), z.boolean()]).optional(),
  minLength: z.int().optional(),
  maxLength: z.int().optional(),
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.int().optional(),
  maxItems: z.int().optional(),
  required: z.array(z.string()).optional(),
  get items(): z.ZodOptional<typeof JsonSchema> {
    return JsonSchema.optional();
  },
  get properties(): z.ZodOptional<z.ZodRecord<z.ZodString, typeof JsonSchema>> {
    return z.record(z.string(), JsonSchema).optional();
  },
  get additionalProperties(): z.ZodOptional<z.ZodUnion<readonly [z.ZodBoolean, typeof JsonSchema]>> {
    return z.union([z.boolean(), JsonSchema]).optional();
  },
  get anyOf(): z.ZodOptional<z.ZodArray<typeof JsonSchema>> {
    return z.array(JsonSchema).optional();
  },
});
export type JsonSchema = z.infer<typeof JsonSchema>;
