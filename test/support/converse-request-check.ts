import * as z from 'zod';

const Claude = z.strictObject({
  textFormat: z.strictObject({
    type: z.literal('json_schema'),
    structure: z.strictObject({
      jsonSchema: z.strictObject({ name: z.string(), description: z.string(), schema: z.string() }),
    }),
  }),
  effort: z.literal('low').optional(),
});
const Nova = z.strictObject({
  tools: z.tuple([
    z.strictObject({
      toolSpec: z.strictObject({
        name: z.literal('article'),
        description: z.string(),
        inputSchema: z.strictObject({ json: z.looseObject({ type: z.literal('object') }) }),
      }),
    }),
  ]),
  toolChoice: z.strictObject({ tool: z.strictObject({ name: z.literal('article') }) }),
});
/** A request of Converse, as far as articles are asked for with it. */
export const ConverseRequest = z.strictObject({
  system: z.tuple([z.strictObject({ text: z.string().min(1) })]),
  messages: z.tuple([
    z.strictObject({
      role: z.literal('user'),
      content: z.tuple([z.strictObject({ text: z.string().min(1) })]),
    }),
  ]),
  inferenceConfig: z.strictObject({ maxTokens: z.int().min(1), temperature: z.literal(0).optional() }),
  outputConfig: Claude.optional(),
  toolConfig: Nova.optional(),
  additionalModelRequestFields: z
    .strictObject({ thinking: z.strictObject({ type: z.literal('disabled') }) })
    .optional(),
});
export type ConverseRequest = z.infer<typeof ConverseRequest>;

/** What services refuse in a schema that they hold an answer to. */
const NOT_IN_A_SCHEMA =
  /"(minLength|maxLength|minimum|maximum|minItems|maxItems|pattern|\$schema|\$ref|oneOf)"/;

const newest = (modelId: string): boolean => /claude-(haiku|sonnet|opus)-5/.test(modelId);
const alwaysThinks = (modelId: string): boolean => /claude-(sonnet|opus)-5/.test(modelId);

/** What the service would refuse about a request, in its words. */
export const converseRequestFault = (modelId: string, request: ConverseRequest): string | undefined => {
  const nova = modelId.includes('nova');
  if (newest(modelId) && request.inferenceConfig.temperature !== undefined) {
    return 'The model returned the following errors: `temperature` is deprecated for this model.';
  }
  if (alwaysThinks(modelId) && (request.toolConfig || request.additionalModelRequestFields)) {
    return 'Thinking may not be disabled, nor enabled when tool_choice forces tool use.';
  }
  if (nova === (request.outputConfig !== undefined)) return 'outputConfig is not supported by this model.';
  const schema = request.outputConfig?.textFormat.structure.jsonSchema.schema;
  if (schema !== undefined && NOT_IN_A_SCHEMA.test(schema))
    return 'output_config.format.schema: is not supported';
  if (schema !== undefined && !schema.includes('"additionalProperties":false')) {
    return "output_config.format.schema: For 'object' type, 'additionalProperties' must be set to false";
  }
  return undefined;
};
