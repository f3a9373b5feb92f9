import { startLocalStack } from '#test/support/local-stack.ts';
import { fuzzTenants } from './fuzz-tenants.ts';

const { FUZZ_SEED, FUZZ_TRIES } = process.env;
const seed = Number(FUZZ_SEED ?? 20_261_122);
const tries = Number(FUZZ_TRIES ?? 10_000);

const stack = await startLocalStack();
try {
  const [owner, stranger] = await Promise.all(['demo-admin', 'other-admin'].map((id) => stack.token(id)));
  const report = await fuzzTenants({
    url: stack.url,
    tokens: { owner: owner!, stranger: stranger! },
    seed,
    tries,
  });
  for (const leak of report.leaks.slice(0, 20)) console.log('LEAK', JSON.stringify(leak, null, 1));
  console.log(
    `${report.tries} tries over ${report.operations} routes (${report.reached} answered with a success), seed ${seed}: ${report.leaks.length} leaks`,
  );
  process.exitCode = report.leaks.length > 0 ? 1 : 0;
} finally {
  await stack.stop();
}
