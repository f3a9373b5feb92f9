import * as z from 'zod';
import type { Measurement } from './measurement.ts';

const Directive = z.object({
  Namespace: z.string(),
  Dimensions: z.array(z.array(z.string())).default([[]]),
  Metrics: z.array(z.object({ Name: z.string() })),
});

const EmfLine = z.looseObject({
  _aws: z.object({ Timestamp: z.number(), CloudWatchMetrics: z.array(Directive) }),
});

const Values = z.union([z.number().transform((value) => [value]), z.array(z.number())]);
const DimensionValue = z.coerce.string();

/** The measurements in a line of a function's log, if it is one of the embedded metric format; none otherwise. */
export const readEmf = (line: string): readonly Measurement[] => {
  if (!line.includes('"_aws"')) return [];
  const parsed = EmfLine.safeParse(parseJson(line));
  if (!parsed.success) return [];
  const { _aws: aws, ...fields } = parsed.data;
  return aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
    Metrics.flatMap(({ Name }) => {
      const values = Values.safeParse(fields[Name]);
      if (!values.success) return [];
      return Dimensions.flatMap((names) => {
        const dimensions = Object.fromEntries(
          names.map((name) => [name, DimensionValue.parse(fields[name])]),
        );
        return values.data.map((value) => ({
          namespace: Namespace,
          name: Name,
          dimensions,
          value,
          at: aws.Timestamp,
        }));
      });
    }),
  );
};

/** CloudWatch takes a line that is not JSON as a line of text. */
const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
