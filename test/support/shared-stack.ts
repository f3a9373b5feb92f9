import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { apiClient, type ApiClient } from './api-client.ts';
import { startLocalStack } from './local-stack.ts';

declare module 'vitest' {
  interface ProvidedContext {
    stackUrl: string;
  }
}

/** Starts one stack for all files of the integration tests (vitest's global set-up). */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const stack = await startLocalStack();
  project.provide('stackUrl', stack.url);
  return async () => {
    await stack.stop();
  };
};

/** A client of the shared stack for a demo principal. */
export const sharedClient = async (principal: string): Promise<ApiClient> => {
  const url = inject('stackUrl');
  const response = await fetch(`${url}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: principal,
      client_secret: principal,
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  return apiClient(url, token);
};
