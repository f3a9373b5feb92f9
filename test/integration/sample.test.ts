import { afterEach, describe, expect, it } from 'vitest';
import { apiClient } from '#test/support/api-client.ts';
import { startLocalStack, type LocalStack } from '#test/support/local-stack.ts';

const CASES = 400;
const environment = { CASELORE_SAMPLE: 'on', CASELORE_SAMPLE_CASES: String(CASES) };

let stack: LocalStack | undefined;
afterEach(async () => {
  await stack?.stop();
  stack = undefined;
});

const untilSaid = async ({ lines }: LocalStack, text: RegExp): Promise<void> =>
  expect.poll(() => lines.filter((line) => text.test(line)), { timeout: 90_000 }).toHaveLength(1);

const sampleImports = async (one: LocalStack): Promise<any[]> =>
  apiClient(one.url, await one.token('demo-admin')).all('/api/v1/imports');

describe('the sample', () => {
  it('is loaded by the first start, with hints that work, and left alone by the second', async () => {
    stack = await startLocalStack({ environment });
    await untilSaid(stack, /^and search:$/);
    const { dataDirectory } = stack;

    expect(stack.lines.filter((line) => line.startsWith('Caselore is ready at'))).toHaveLength(1);
    expect(stack.lines).toContain(`The sample is loaded: ${CASES} cases are searchable.`);
    const api = apiClient(stack.url, await stack.token('demo-admin'));
    const { body } = await api.post('/api/v1/search/hybrid', {
      query: 'server gets too hot and slows down',
      limit: 3,
    });
    expect(body.results).toHaveLength(3);
    expect(
      (await apiClient(stack.url, await stack.token('other-admin')).get('/api/v1/cases')).body.items,
    ).toEqual([]);
    await stack.stop();

    stack = await startLocalStack({ dataDirectory, environment });
    await untilSaid(stack, /^and search:$/);
    expect(stack.lines).toContain(`The sample is there (completed, ${CASES} cases).`);
    expect(await sampleImports(stack)).toHaveLength(1);
  });

  it('is loaded whole when everything was killed in the middle', async () => {
    const killed = await startLocalStack({ environment });
    await expect
      .poll(async () => (await sampleImports(killed))[0]?.state, { timeout: 60_000, interval: 20 })
      .toBe('processing');
    await killed.kill();

    stack = await startLocalStack({ dataDirectory: killed.dataDirectory, environment });
    await untilSaid(stack, /^and search:$/);
    const imports = await sampleImports(stack);
    expect(imports.filter(({ state }) => state === 'completed')).toHaveLength(1);
    expect(imports).toHaveLength(1);
    expect(
      (await apiClient(stack.url, await stack.token('demo-admin')).all('/api/v1/cases?limit=200')).length,
    ).toBe(CASES);
  });

  it('does not hold up the stop', async () => {
    stack = await startLocalStack({ environment: { ...environment, CASELORE_SAMPLE_CASES: '5000' } });
    await untilSaid(stack, /^Loading the sample \[\.+\] 0 %/);
    const begin = performance.now();
    await stack.stop();

    expect(performance.now() - begin).toBeLessThan(5000);
  });
});
