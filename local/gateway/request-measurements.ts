import type { Measurement } from '../cloudwatch/measurement.ts';

type Answered = { readonly status: number; readonly milliseconds: number; readonly at: number };

/** What API Gateway reports of one request, for the API and for its stage. */
export const requestMeasurements = (
  api: string,
  stage: string,
  { status, milliseconds, at }: Answered,
): readonly Measurement[] => {
  const scopes: readonly Readonly<Record<string, string>>[] = [
    { ApiName: api },
    { ApiName: api, Stage: stage },
  ];
  const values = {
    Count: 1,
    Latency: milliseconds,
    '4XXError': status >= 400 && status < 500 ? 1 : 0,
    '5XXError': status >= 500 ? 1 : 0,
  };
  return scopes.flatMap((dimensions) =>
    Object.entries(values).map(([name, value]) => ({
      namespace: 'AWS/ApiGateway',
      name,
      dimensions,
      value,
      at,
    })),
  );
};
