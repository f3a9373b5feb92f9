// Prints the totals of a vitest JSON report alone on a line; fails when there is none or no test ran.
import { existsSync, readFileSync } from 'node:fs';

if (!existsSync(process.argv[2])) {
  console.log('No test ran: the checks before the tests failed.');
  process.exit(1);
}

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const {
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: skipped,
  numTodoTests: open,
} = report;
const brokenFiles = report.testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
);
console.log(`${passed} passed, ${failed + brokenFiles.length} failed, ${skipped + open} skipped`);
process.exitCode = passed > 0 ? 0 : 1;
