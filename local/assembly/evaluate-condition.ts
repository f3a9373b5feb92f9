import * as z from 'zod';
import { StartRefusal } from '../start-refusal.ts';
import { resolveValue, type Scope } from './resolve-value.ts';

const Expression = z.union([
  z.strictObject({ Condition: z.string() }),
  z.strictObject({ 'Fn::Equals': z.tuple([z.unknown(), z.unknown()]) }),
  z.strictObject({ 'Fn::Not': z.tuple([z.unknown()]) }),
  z.strictObject({ 'Fn::And': z.array(z.unknown()) }),
  z.strictObject({ 'Fn::Or': z.array(z.unknown()) }),
]);

/** Says whether a condition of a template's `Conditions` section holds. */
export const evaluateCondition = (expression: unknown, scope: Scope, path: string): boolean => {
  const parsed = Expression.safeParse(expression);
  if (!parsed.success)
    throw new StartRefusal(
      `${path} is a condition that the laptop form does not know: ${JSON.stringify(expression)}.`,
    );
  const known = parsed.data;
  const holds = (inner: unknown) => evaluateCondition(inner, scope, path);
  if ('Fn::Equals' in known) {
    const [left, right] = known['Fn::Equals'].map((side) => resolveValue(side, scope, path));
    return String(left) === String(right);
  }
  if ('Fn::Not' in known) return !holds(known['Fn::Not'][0]);
  if ('Fn::And' in known) return known['Fn::And'].every(holds);
  if ('Fn::Or' in known) return known['Fn::Or'].some(holds);
  const named = scope.condition(known.Condition);
  if (named === undefined)
    throw new StartRefusal(`${path} names the condition ${known.Condition}, which does not exist.`);
  return named;
};
