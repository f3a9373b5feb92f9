import * as z from 'zod';
import type { Iam } from '../iam/create-iam.ts';
import type { LocalContext } from '../local-context.ts';
import { physicalName } from '../physical-name.ts';
import type { Resource, ResourceType } from '../resource-type.ts';
import { StartRefusal } from '../start-refusal.ts';
import type { StepFunctions } from '../step-functions/create-step-functions.ts';
import { readDefinition } from '../step-functions/read-definition.ts';

const Named = z.object({ StateMachineName: z.string() });

// Logs and traces are left out: the functions write theirs, and executions stand on disk.
const Properties = z.object({
  DefinitionString: z.string({ error: 'its definition must be in the template' }),
  DefinitionSubstitutions: z.record(z.string(), z.coerce.string()).default({}),
  RoleArn: z.string(),
  StateMachineType: z.literal('STANDARD', { error: 'only STANDARD is known here' }).default('STANDARD'),
});

const nameOf = (resource: Resource): string => {
  const named = Named.safeParse(resource.properties);
  return named.success ? named.data.StateMachineName : physicalName(resource, { maxLength: 80 });
};

const arnOf = (resource: Resource, { region, accountId }: LocalContext): string =>
  `arn:aws:states:${region}:${accountId}:stateMachine:${nameOf(resource)}`;

/** Runs the executions of a state machine; its tasks call functions as far as its role may. */
export const stepfunctionsStateMachine = (
  stepFunctions: StepFunctions,
  iam: Pick<Iam, 'employ' | 'refusalOf'>,
): ResourceType => ({
  type: 'AWS::StepFunctions::StateMachine',

  identify(resource, context) {
    const arn = arnOf(resource, context);
    return { ref: arn, attributes: { Arn: arn, Name: nameOf(resource) } };
  },

  async start(resource, context) {
    const parsed = Properties.safeParse(resource.properties);
    if (!parsed.success)
      throw new StartRefusal(
        `State machine ${resource.logicalId} cannot run on the laptop: ${z.prettifyError(parsed.error).replaceAll(/\s+/g, ' ')}.`,
      );
    const { DefinitionString, DefinitionSubstitutions, RoleArn } = parsed.data;
    const arn = arnOf(resource, context);
    iam.employ(arn, RoleArn);
    return stepFunctions.addMachine({
      arn,
      name: nameOf(resource),
      roleArn: RoleArn,
      definition: readDefinition({
        logicalId: resource.logicalId,
        text: DefinitionString,
        substitutions: DefinitionSubstitutions,
      }),
      refusal: async (need) => (await iam.refusalOf(arn, [need]))?.message,
    });
  },
});
