import { readFile } from 'node:fs/promises';
import { cruise, type IConfiguration } from 'dependency-cruiser';

const ROOMS = [
  'bin',
  'client',
  'config',
  'contracts',
  'core',
  'adapters',
  'lambdas',
  'lib',
  'local',
  'samples',
];

/** A cruise that saw less than this saw nothing: without its parser it finds no TypeScript and is content. */
const LEAST_MODULES = 100;

const { options, forbidden }: Pick<IConfiguration, 'options' | 'forbidden'> = JSON.parse(
  await readFile('.dependency-cruiser.json', 'utf8'),
);
const { output } = await cruise(ROOMS, { ...options, ruleSet: { forbidden }, validate: true });
if (typeof output === 'string') throw new Error('the cruise gave a text, not its result');

const { summary } = output;
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} -> ${to}`);
if (summary.totalCruised < LEAST_MODULES) console.error(`only ${summary.totalCruised} modules were seen`);
console.log(`${summary.totalCruised} modules, ${summary.violations.length} against the dependency rule`);
process.exitCode = summary.violations.length > 0 || summary.totalCruised < LEAST_MODULES ? 1 : 0;
