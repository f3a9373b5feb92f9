import * as z from 'zod';

const QueryLanguage = z.enum(['JSONPath', 'JSONata']).optional();

/** One state, as far as it matters whether it can run here. */
export type State = {
  readonly Type: string;
  readonly QueryLanguage?: 'JSONPath' | 'JSONata' | undefined;
  readonly Resource?: string | undefined;
  readonly Parameters?: { readonly FunctionName?: string | undefined } | undefined;
  readonly Branches?: readonly States[] | undefined;
  readonly Iterator?: States | undefined;
  readonly ItemProcessor?:
    | (States & { ProcessorConfig?: { Mode?: string | undefined } | undefined })
    | undefined;
};

/** A machine, or one inside a state. */
export type States = {
  readonly QueryLanguage?: 'JSONPath' | 'JSONata' | undefined;
  readonly States: Readonly<Record<string, State>>;
};

const State: z.ZodType<State> = z.lazy(() =>
  z.looseObject({
    Type: z.string(),
    QueryLanguage,
    Resource: z.string().optional(),
    Parameters: z.looseObject({ FunctionName: z.string().optional() }).optional().catch(undefined),
    Branches: z.array(StatesOf).optional(),
    Iterator: StatesOf.optional(),
    ItemProcessor: z
      .looseObject({
        QueryLanguage,
        States: z.record(z.string(), State),
        ProcessorConfig: z.looseObject({ Mode: z.string().optional() }).optional(),
      })
      .optional(),
  }),
);

/** The schema of a machine, at any depth. */
export const StatesOf: z.ZodType<States> = z.looseObject({
  QueryLanguage,
  States: z.record(z.string(), State),
});

/** Every state of a machine by name, with those inside of others. */
export const statesOf = ({ States: states }: States): readonly (readonly [string, State])[] =>
  Object.entries(states).flatMap(([name, state]) => [
    [name, state] as const,
    ...[...(state.Branches ?? []), state.Iterator, state.ItemProcessor]
      .filter((inside) => inside !== undefined)
      .flatMap(statesOf),
  ]);
