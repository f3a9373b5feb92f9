import { type App, type IPolicyValidationPlugin, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from 'cdk-nag';
import { ACKNOWLEDGED_FINDINGS, ACKNOWLEDGED_IN_NETWORKS } from './acknowledged-findings.ts';

const ACKNOWLEDGED = [...ACKNOWLEDGED_FINDINGS, ...ACKNOWLEDGED_IN_NETWORKS];

/** Lets a synthesis fail on every finding of cdk-nag that is not acknowledged. */
export const checkByNag = (app: App): void => {
  Validations.of(app).addPlugins(
    ...[new AwsSolutionsChecks(app), new ServerlessChecks(app)].map(withoutAcknowledged),
  );
};

/**
 * Findings are acknowledged by pattern: some quote the resource as it is only in the finished template, so that
 * they cannot be named beforehand.
 */
const withoutAcknowledged = (pack: NagPack): IPolicyValidationPlugin => ({
  name: pack.name,
  validate: (context) => {
    const report = pack.validate(context);
    const violations = report.violations.filter(
      ({ ruleName }) => !ACKNOWLEDGED.some(([pattern]) => pattern.test(ruleName)),
    );
    return { ...report, success: violations.length === 0, violations };
  },
});
