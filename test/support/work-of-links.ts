import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { ApiClient } from './api-client.ts';
import { endRuns } from './end-runs.ts';
import type { InProcessStack } from './in-process-stack.ts';
import { putDraft } from './put-draft.ts';
import { putSource } from './put-source.ts';
import type { Work } from './work.ts';
import { solveCases } from './work-of-knowledge.ts';

/** More than 300 KB in UTF-8, so that the text is kept in the bucket. */
const LONG = { description: '€'.repeat(100_000), resolution: '€'.repeat(100_000) };

/** By function; see WORK. */
export const WORK_OF_LINKS: Record<'links' | 'watch-records' | 'rewatch-records', Work> = {
  // Three people make enough reuse of a long article; one that was written from cases is published.
  links: {
    remembers: true,
    run: async (stack, api, unique) => {
      const id = `linked-${unique}`;
      await putDraft(stack, { id: `published-${unique}` });
      await publish(api, `published-${unique}`);
      await api.post('/api/v1/knowledge', { id, title: 'Blank pages', content: '€'.repeat(110_000) });
      await publish(api, id);
      for (const who of ['admin', 'engineer', 'agent']) {
        const person = await stack.client(`demo-${who}`);
        const one = { id: `${who}-${unique}`, customer: who, status: 'resolved' };
        await person.post('/api/v1/cases', { ...one, title: 'Blank pages', ...LONG });
        const key = { 'idempotency-key': `link-${who}-${unique}` };
        await person.post(`/api/v1/knowledge/${id}/links`, { case_id: one.id }, key);
      }
      await api.get(`/api/v1/knowledge/${id}/related`);
      await api.get(`/api/v1/cases/admin-${unique}/links`);
      await api.get('/api/v1/metrics/knowledge');
    },
  },
  'watch-records': {
    taken: { when: 'sqs:SendMessage', from: 'watch-records', actions: ['s3:DeleteObject'] },
    remembers: true,
    run: async (stack, api, unique) => {
      await erase(stack, api, `watched-${unique}`);
      await endRuns(stack, api, 'knowledge_generation');
      await solveCases(stack, `s-${unique}-first`);
      // While that run goes on, or could not begin, the next looks at it.
      await solveCases(stack, `s-${unique}-second`);
    },
  },
  'rewatch-records': {
    remembers: true,
    run: async (stack, api, unique) => {
      const id = `rewatched-${unique}`;
      await erase(stack, api, id);
      for (const key of [
        { kind: 'case', id },
        { kind: 'article', id },
      ]) {
        await sendTo(stack, 'rewatch', { tenant: 'demo', ...key });
      }
    },
  },
};

/** Makes a long article of a case and of its pattern, and deletes the case. */
const erase = async (stack: InProcessStack, api: ApiClient, id: string): Promise<void> => {
  await api.post('/api/v1/cases', { id, title: 'Blank pages', status: 'resolved', ...LONG });
  await putSource(stack, id);
  await putDraft(stack, { id, cites: id });
  await api.delete(`/api/v1/cases/${id}`);
};

const publish = (api: ApiClient, id: string): Promise<unknown> =>
  api.post(`/api/v1/knowledge/${id}/transitions`, { state: 'not_validated' });

const sendTo = async (
  { emulators, region, credentials, accountId }: InProcessStack,
  queue: string,
  message: object,
): Promise<void> => {
  const sqs = new SQSClient({ endpoint: emulators.sqs, region, credentials });
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: `${emulators.sqs}/${accountId}/caselore-local-${queue}`,
      MessageBody: JSON.stringify(message),
    }),
  );
  sqs.destroy();
};
