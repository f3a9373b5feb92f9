import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

const Template = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});

const Function = z.object({ FunctionName: z.string(), MemorySize: z.number() });
const Acl = z.object({ Rules: z.array(z.unknown()) });
const Group = z.object({
  CapacityLimits: z.object({ MinIndexingCapacityInOcu: z.number(), MinSearchCapacityInOcu: z.number() }),
});

/** What of the templates costs money while nothing happens, and how large the functions are. */
export type Environment = {
  readonly stage: string;
  /** How often each type occurs. */
  count(type: string): number;
  /** Memory of a function in GB, by the name of its folder. */
  gigabytes(name: string): number;
  readonly firewallRules: number;
  /** Units that run even when nobody asks; undefined without a collection. */
  readonly minimumUnits: number | undefined;
};

/** Reads the templates of one stage from its cloud assembly. */
export const readEnvironment = async (assembly: string, stage: string): Promise<Environment> => {
  const directory = join(assembly, `assembly-${stage}`);
  const files = (await readdir(directory)).filter((name) => name.endsWith('.template.json'));
  const templates = await Promise.all(
    files.map(async (name) => Template.parse(JSON.parse(await readFile(join(directory, name), 'utf8')))),
  );
  const resources = templates.flatMap((template) => Object.values(template.Resources));
  const ofType = (type: string) => resources.filter(({ Type }) => Type === type);
  const memory = new Map(
    ofType('AWS::Lambda::Function')
      .map(({ Properties }) => Function.parse(Properties))
      .map((one) => [one.FunctionName.replace(`caselore-${stage}-`, ''), one.MemorySize / 1024]),
  );
  const [group] = ofType('AWS::OpenSearchServerless::CollectionGroup').map(
    ({ Properties }) => Group.parse(Properties).CapacityLimits,
  );
  return {
    stage,
    count: (type) => ofType(type).length,
    gigabytes: (name) => {
      const size = memory.get(name);
      if (size === undefined) throw new Error(`stage ${stage} has no function ${name}`);
      return size;
    },
    firewallRules: ofType('AWS::WAFv2::WebACL').reduce(
      (sum, { Properties }) => sum + Acl.parse(Properties).Rules.length,
      0,
    ),
    minimumUnits: group && group.MinIndexingCapacityInOcu + group.MinSearchCapacityInOcu,
  };
};
