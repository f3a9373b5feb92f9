import * as z from 'zod';
import type { CreateDocumentOptions } from 'zod-openapi';

type Override = NonNullable<CreateDocumentOptions['override']>;
type Context = Parameters<Override>[0];

/** Makes JSON Schema say what zod alone cannot tell, and no more than we promise. */
export const schemaOverride: Override = (context) => {
  if (context.io === 'output') {
    asItWasTaken(context);
    openToMore(context);
  }
  withoutMachineLimits(context);
  asAnyOf(context);
};

/** In answers, a text that was normalised on its way in is the text that its schema takes. */
const asItWasTaken = ({ jsonSchema, zodSchema }: Context): void => {
  if (!(zodSchema instanceof z.ZodPipe) || !(zodSchema.out instanceof z.ZodTransform)) return;
  if (!(zodSchema.in instanceof z.ZodType)) return;
  const { $schema: _ours, ...taken } = z.toJSONSchema(zodSchema.in, { io: 'input', unrepresentable: 'any' });
  Object.assign(jsonSchema, { ...taken, ...jsonSchema });
};

/** An answer may get further fields one day; only what is strict in the contract is closed. */
const openToMore = ({ jsonSchema, zodSchema }: Context): void => {
  if (zodSchema instanceof z.ZodObject && zodSchema.def.catchall === undefined) {
    delete jsonSchema.additionalProperties;
  }
};

/** The bounds of JavaScript's integers are none of the API's. */
const withoutMachineLimits = ({ jsonSchema }: Context): void => {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
};

/** One word for a choice: readers of the document need not know that at most one of its parts fits. */
const asAnyOf = ({ jsonSchema }: Context): void => {
  if (jsonSchema.oneOf === undefined) return;
  jsonSchema.anyOf = jsonSchema.oneOf;
  delete jsonSchema.oneOf;
};
