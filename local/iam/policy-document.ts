import * as z from 'zod';
import { StartRefusal } from '../start-refusal.ts';

const OneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

const Statement = z.looseObject({ Action: OneOrMore.optional(), Condition: z.unknown().optional() });

/** A policy of a role: as written, its intrinsics resolved. */
export const PolicyDocument = z.looseObject({
  Statement: z.union([Statement.transform((one) => [one]), z.array(Statement)]),
});
export type PolicyDocument = z.infer<typeof PolicyDocument>;

/** Services whose calls the laptop form evaluates; rights for others are never asked for here. */
const EVALUATED = ['dynamodb', 'lambda', 's3', 'sqs', 'states'];

/** Refuses a condition that decides over an evaluated call: its keys are not derived from requests here. */
export const refuseConditions = (name: string, { Statement: statements }: PolicyDocument): void => {
  const decides = statements.some(
    ({ Action, Condition }) =>
      Condition !== undefined &&
      (Action ?? ['*']).some((action) => action === '*' || EVALUATED.includes(action.split(':')[0] ?? '')),
  );
  if (decides) {
    throw new StartRefusal(
      `Policy ${name} has a condition on ${EVALUATED.join(', ')}, which the laptop form cannot evaluate.`,
    );
  }
};
