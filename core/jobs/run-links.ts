import type { RunView } from '#contracts/job-run.ts';
import type { RunKey } from './job-run.ts';

/** Where the AWS console shows the runs of a job. */
export type JobConsole = {
  readonly region: string;
  readonly accountId: string;
  /** Name of the job's state machine. */
  readonly stateMachine: string;
  /** Name of the log group that its executions write. */
  readonly logGroup: string;
};

/** CloudWatch's own encoding of a query in a link: text after an apostrophe, odd characters as `*hex`. */
const logsText = (text: string): string =>
  `'${text.replaceAll(/[^\w.-]/g, (character) => `*${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;

/** Pages of the AWS console about a run: its execution, and its lines in the logs of a day around it. */
export const runLinks = (
  { region, accountId, stateMachine, logGroup }: JobConsole,
  { runId }: RunKey,
): RunView['links'] => {
  const site = `https://${region}.console.aws.amazon.com`;
  const arn = `arn:aws:states:${region}:${accountId}:execution:${stateMachine}:${runId}`;
  const query = logsText(
    `fields @timestamp, type, details | filter execution_arn = "${arn}" | sort @timestamp`,
  );
  const detail = `~(end~0~start~-86400~timeType~'RELATIVE~unit~'seconds~editorString~${query}~source~(~${logsText(logGroup)}))`;
  return {
    execution: `${site}/states/home?region=${region}#/v2/executions/details/${arn}`,
    logs: `${site}/cloudwatch/home?region=${region}#logsV2:logs-insights$3FqueryDetail$3D${detail}`,
  };
};
