import * as z from 'zod';
import { WriterModel } from '#contracts/writer-name.ts';

const Region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/);
const Price = z.number().positive();

const Model = z
  .strictObject({
    name: WriterModel,
    /** Where it is called. */
    region: Region,
    /** Inference profile: with `global`, cases may be worked on in any commercial region; else in those of `routedTo`. */
    profile: z.enum(['global', 'us', 'eu', 'jp', 'au']),
    /** Regions that the profile sends calls to; they stand in AWS's list of profiles. Not for `global`. */
    routedTo: z.array(Region).min(1).optional(),
    /** What the model costs in this account; config/writer-prices.ts knows what was published. */
    usdPerMillionTokens: z.strictObject({ input: Price, output: Price }),
  })
  .refine(({ profile, routedTo }) => (profile === 'global') === (routedTo === undefined), {
    path: ['routedTo'],
    error: 'names the regions of a profile that is not global, and of no other',
  });

/** Who writes articles; `extractive` needs no model. */
export const WriterSettings = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('extractive') }),
  Model,
]);
export type WriterSettings = z.infer<typeof WriterSettings>;
