import { z } from 'zod';

/** An EventBridge event pattern as CloudFormation holds it. */
export const EventPattern = z.record(z.string(), z.unknown());

/** Whether an event matches a pattern: every named field must match one of its values or rules. */
export const matchesEventPattern = (pattern: z.infer<typeof EventPattern>, event: unknown): boolean => {
  const fields = EventPattern.safeParse(event);
  return Object.entries(pattern).every(([name, expected]) => {
    const actual = fields.success ? fields.data[name] : undefined;
    if (Array.isArray(expected)) return matchesOne(expected, actual, fields.success && name in fields.data);
    return matchesEventPattern(EventPattern.parse(expected), actual);
  });
};

const matchesOne = (candidates: readonly unknown[], actual: unknown, present: boolean): boolean =>
  candidates.some((candidate) =>
    Array.isArray(actual)
      ? actual.some((one) => matchesValue(candidate, one, true))
      : matchesValue(candidate, actual, present),
  );

const Rule = z.record(z.string(), z.unknown());

const matchesValue = (candidate: unknown, actual: unknown, present: boolean): boolean => {
  const rule = Rule.safeParse(candidate);
  if (!rule.success || candidate === null) return present && candidate === actual;
  const entries = Object.entries(rule.data);
  return (
    entries.length === 1 && entries.every(([name, operand]) => applyRule(name, { operand, actual, present }))
  );
};

type Candidate = { readonly operand: unknown; readonly actual: unknown; readonly present: boolean };

const Text = z.string();
const textOf = ({
  operand,
  actual,
}: Candidate): { readonly text: string; readonly wanted: string } | undefined =>
  typeof actual === 'string' ? { text: actual, wanted: Text.parse(operand) } : undefined;
const onText =
  (holds: (text: string, wanted: string) => boolean) =>
  (candidate: Candidate): boolean => {
    const pair = textOf(candidate);
    return pair !== undefined && holds(pair.text, pair.wanted);
  };

const RULES: Readonly<Record<string, (candidate: Candidate) => boolean>> = {
  exists: ({ operand, present }) => operand === present,
  prefix: onText((text, wanted) => text.startsWith(wanted)),
  suffix: onText((text, wanted) => text.endsWith(wanted)),
  'equals-ignore-case': onText((text, wanted) => text.toLowerCase() === wanted.toLowerCase()),
  wildcard: onText((text, wanted) => wildcard(wanted).test(text)),
  numeric: ({ operand, actual }) =>
    typeof actual === 'number' && matchesNumeric(Numeric.parse(operand), actual),
  'anything-but': ({ operand, actual, present }) =>
    present && ![operand].flat().some((one) => matchesValue(one, actual, present)),
};

const applyRule = (name: string, candidate: Candidate): boolean => {
  const rule = RULES[name];
  if (rule === undefined) throw new Error(`Event pattern rule "${name}" is not known to the laptop form`);
  return rule(candidate);
};

const Numeric = z.array(z.union([z.string(), z.number()]));

const wildcard = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
      .join('.*')}$`,
    's',
  );

const matchesNumeric = (conditions: z.infer<typeof Numeric>, actual: number): boolean => {
  for (let index = 0; index + 1 < conditions.length; index += 2) {
    if (!compare(String(conditions[index]), actual, Number(conditions[index + 1]))) return false;
  }
  return true;
};

const compare = (operator: string, left: number, right: number): boolean => {
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return left === right;
  }
};
