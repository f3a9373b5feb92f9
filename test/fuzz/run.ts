import { startLocalStack } from '#test/support/local-stack.ts';
import { fuzz } from './fuzz.ts';

const { FUZZ_SEED, FUZZ_REQUESTS } = process.env;
const seed = Number(FUZZ_SEED ?? 20_261_122);
const requests = Number(FUZZ_REQUESTS ?? 20_000);

const stack = await startLocalStack();
try {
  const [admin, ...others] = await Promise.all(
    ['demo-admin', 'demo-engineer', 'demo-agent', 'demo-viewer', 'other-admin'].map((id) => stack.token(id)),
  );
  const started = performance.now();
  const report = await fuzz({ url: stack.url, tokens: { admin: admin!, others }, seed, requests });
  const seconds = (performance.now() - started) / 1000;

  for (const [place, counts] of Object.entries(report.statuses))
    console.log(place.padEnd(45), JSON.stringify(counts));
  for (const finding of report.findings.slice(0, 20))
    console.log('FINDING', JSON.stringify(finding, null, 1));
  if (report.findings.length > 0) console.log(stack.lines.slice(-40).join('\n'));
  console.log(
    `${report.requests} requests (${report.valid} wholly as documented) in ${Math.round(seconds)} s, seed ${seed}: ${report.findings.length} findings`,
  );
  process.exitCode = report.findings.length > 0 ? 1 : 0;
} finally {
  await stack.stop();
}
