import { describe, expect, inject, it } from 'vitest';
import { apiClient } from '#test/support/api-client.ts';

describe('health', () => {
  it.each(['/health', '/api/v1/health'])('%s says that the service lives, to anybody', async (path) => {
    expect(await apiClient(inject('stackUrl')).get(path)).toMatchObject({
      status: 200,
      body: { status: 'healthy' },
    });
  });

  it.each(['/ready', '/api/v1/health/ready'])('%s asks every component', async (path) => {
    expect(await apiClient(inject('stackUrl')).get(path)).toMatchObject({
      status: 200,
      body: {
        status: 'ready',
        components: {
          database: { status: 'healthy' },
          knowledge: { status: 'healthy' },
          imports: { status: 'healthy' },
          vector_store: { status: 'healthy' },
          queues: { status: 'healthy' },
        },
      },
    });
  });
});
