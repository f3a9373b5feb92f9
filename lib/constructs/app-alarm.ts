import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';

type AppAlarmProps = {
  readonly metric: IMetric;
  /** The alarm rings when the metric is above this. */
  readonly above: number;
  /** Periods of the metric that must be above before it rings. */
  readonly periods?: number;
  /** One sentence: what a user loses while it rings. */
  readonly impact: string;
  /** Page under `docs/runbooks/` that says what to do, without its ending. */
  readonly runbook: string;
};

/** An alarm that tells what a user loses; the observability stack sends it to the operators. */
export class AppAlarm extends Alarm {
  readonly impact: string;

  constructor(scope: Construct, id: string, { metric, above, periods = 1, impact, runbook }: AppAlarmProps) {
    super(scope, id, {
      metric,
      threshold: above,
      evaluationPeriods: periods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      // No invocation and no message means no failure.
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `What users lose: ${impact}. Runbook: docs/runbooks/${runbook}.md`,
    });
    this.impact = impact;
  }
}
