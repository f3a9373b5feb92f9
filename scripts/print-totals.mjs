// Prints the totals of vitest JSON reports, all together, alone on a line; fails when one is missing or no test ran.
import { existsSync, readFileSync } from 'node:fs';

const paths = process.argv.slice(2);
const missing = paths.filter((path) => !existsSync(path));
for (const path of missing) console.log(`No test ran for ${path}: the checks before the tests failed.`);

const reports = paths
  .filter((path) => existsSync(path))
  .map((path) => JSON.parse(readFileSync(path, 'utf8')));
const sum = (countOf) => reports.reduce((total, report) => total + countOf(report), 0);

const passed = sum(({ numPassedTests }) => numPassedTests);
const brokenFiles = sum(
  ({ testResults }) =>
    testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
      .length,
);
// A run that ended before its first test counts as one that failed.
const failed = sum(({ numFailedTests }) => numFailedTests) + brokenFiles + missing.length;
const skipped = sum(({ numPendingTests, numTodoTests }) => numPendingTests + numTodoTests);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = passed > 0 && missing.length === 0 ? 0 : 1;
