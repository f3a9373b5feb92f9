import * as z from 'zod';

const TemplateResource = z.object({
  Type: z.string(),
  Properties: z.unknown().optional(),
  Metadata: z.unknown().optional(),
  Condition: z.string().optional(),
  DependsOn: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .optional()
    .default([]),
});

const Output = z.object({
  Value: z.unknown(),
  Export: z.object({ Name: z.string() }).optional(),
});

/** A CloudFormation template, as far as the laptop form reads it. */
export const Template = z.object({
  Parameters: z
    .record(z.string(), z.object({ Type: z.string(), Default: z.unknown().optional() }))
    .default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(z.string(), TemplateResource),
  Outputs: z.record(z.string(), Output).default({}),
});
export type Template = z.infer<typeof Template>;
