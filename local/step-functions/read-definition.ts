import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import * as z from 'zod';
import { StartRefusal } from '../start-refusal.ts';
import { type State, statesOf, StatesOf } from './states-of.ts';

/** A state machine that can run here, and the function that each of its tasks calls. */
export type Definition = { readonly machine: StateMachine; readonly tasks: readonly string[] };

type Source = {
  readonly logicalId: string;
  readonly text: string;
  /** Values for the `${…}` of the text. */
  readonly substitutions: Readonly<Record<string, string>>;
};

/** What the library leaves out in silence or answers wrongly; each is refused, not run. */
const UNKNOWN_FIELDS: Readonly<Record<string, string>> = {
  Arguments: 'is JSONata',
  Output: 'is JSONata',
  Assign: 'sets variables',
  Credentials: 'acts as another role',
  HeartbeatSeconds: 'waits for a heartbeat',
  HeartbeatSecondsPath: 'waits for a heartbeat',
  ItemReader: 'is a distributed map',
  ItemBatcher: 'is a distributed map',
  ResultWriter: 'is a distributed map',
};

const INVOKE = 'arn:aws:states:::lambda:invoke';

/** What the library takes; its own validation has the last word. */
const Machine = z.custom<StateMachineDefinition>((value) => StatesOf.safeParse(value).success, {
  error: 'is no definition of a state machine',
});

/** Reads a definition in the Amazon States Language; refuses the start with a sentence for anything that cannot run here as it would in AWS. */
export const readDefinition = ({ logicalId, text, substitutions }: Source): Definition => {
  const refuse = (why: string): never => {
    throw new StartRefusal(`State machine ${logicalId} cannot run on the laptop: ${why}.`);
  };
  const filled = text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = substitutions[name];
    return value === undefined
      ? refuse(`nothing is substituted for ${name}`)
      : JSON.stringify(value).slice(1, -1);
  });
  const parsed = Machine.safeParse(parseJson(filled, refuse));
  if (!parsed.success) return refuse(z.prettifyError(parsed.error).replaceAll(/\s+/g, ' '));
  const definition = StatesOf.parse(parsed.data);
  if (definition.QueryLanguage === 'JSONata') refuse('it is JSONata');
  const states = statesOf(definition);
  for (const [name, state] of states) {
    const why = refusalOf(state);
    if (why !== undefined) refuse(`its state ${name} ${why}`);
  }
  return { machine: construct(parsed.data, refuse), tasks: tasksOf(states) };
};

const parseJson = (text: string, refuse: (why: string) => never): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse(`it is no JSON: ${String(error)}`);
  }
};

const tasksOf = (states: readonly (readonly [string, State])[]): readonly string[] =>
  states.filter(([, { Type }]) => Type === 'Task').map(([name]) => name);

const refusalOf = (state: State): string | undefined => {
  if (state.QueryLanguage === 'JSONata') return 'is JSONata';
  if (state.ItemProcessor?.ProcessorConfig?.Mode === 'DISTRIBUTED') return 'is a distributed map';
  const field = Object.keys(state).find((one) => UNKNOWN_FIELDS[one] !== undefined);
  if (field !== undefined) return UNKNOWN_FIELDS[field];
  if (state.Type !== 'Task') return undefined;
  if (state.Resource !== INVOKE) return `calls ${state.Resource}, and only ${INVOKE} is known here`;
  return state.Parameters?.FunctionName === undefined ? 'names no function' : undefined;
};

const construct = (definition: StateMachineDefinition, refuse: (why: string) => never): StateMachine => {
  try {
    return new StateMachine(definition);
  } catch (error) {
    return refuse(String(error).replaceAll(/\s+/g, ' '));
  }
};
