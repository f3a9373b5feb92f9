import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { ACKNOWLEDGED_FINDINGS } from '#lib/nag/acknowledged-findings.ts';
import { everyStage } from './assembly.ts';

describe.each(everyStage)('cdk-nag in $name', ({ app }) => {
  const found = [new AwsSolutionsChecks(app), new ServerlessChecks(app)].flatMap((pack) =>
    pack.validateScope(app).violations.map(({ ruleName }) => ruleName),
  );

  it('finds nothing that is not acknowledged', () => {
    expect(
      found.filter((finding) => !ACKNOWLEDGED_FINDINGS.some(([pattern]) => pattern.test(finding))),
    ).toEqual([]);
  });

  it('still finds everything that is acknowledged', () => {
    expect(
      ACKNOWLEDGED_FINDINGS.filter(([pattern]) => !found.some((finding) => pattern.test(finding))),
    ).toEqual([]);
  });
});
