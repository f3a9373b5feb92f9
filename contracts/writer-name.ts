import * as z from 'zod';

/** Models of Bedrock that can write articles. */
export const WriterModel = z.enum([
  'claude-haiku-5-5',
  'claude-sonnet-5-5',
  'claude-opus-5-5',
  'claude-haiku-4-5',
  'nova-2-lite',
]);
export type WriterModel = z.infer<typeof WriterModel>;

/** The setting ARTICLE_WRITER: `extractive` arranges sentences of the cases, the others are models. */
export const WriterName = z.enum(['extractive', ...WriterModel.options]);
export type WriterName = z.infer<typeof WriterName>;
