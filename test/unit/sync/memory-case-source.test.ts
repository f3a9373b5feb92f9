import { caseSourceContract } from '#test/contract/case-source.contract.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { memoryCaseSource } from '#test/support/memory-case-source.ts';

caseSourceContract('in memory', async (fixture) => memoryCaseSource(fixture, () => fixedClock().now()));
