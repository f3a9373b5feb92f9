import { setTimeout as pause } from 'node:timers/promises';
import { CreatedImport, ImportPageView, ImportView } from '#contracts/import.ts';
import { generateSample } from '../generate-sample.ts';
import type { Api } from './connect.ts';
import type { LoadSettings } from './load-settings.ts';
import type { Reporter } from './reporter.ts';

const POLL_MILLIS = 500;

/**
 * Loads the sample unless an import of it is there. Imports are found by their name: one that is complete or that a
 * person cancelled is left alone, one under way is followed, and after one that never got its file a new one is made;
 * records that are there already then count as unchanged.
 */
export const loadOnce = async (api: Api, { seed, size }: LoadSettings, reporter: Reporter): Promise<void> => {
  const name = `Sample case base (seed ${seed}, ${size} cases)`;
  const known = await importsOf(name, api);
  const settled = known.find(({ state }) => state === 'completed' || state === 'cancelled');
  if (settled !== undefined) {
    reporter.say(
      `The sample is there (${settled.state}, ${settled.counts.indexed + settled.counts.unchanged} cases).`,
    );
    return;
  }
  const running = known.find(({ state }) => state === 'processing' || state === 'verifying');
  await follow(running?.id ?? (await upload(name, seed, size, api)), api, reporter);
};

const importsOf = async (name: string, api: Api): Promise<ImportView[]> => {
  const found: ImportView[] = [];
  let cursor: string | undefined;
  do {
    const query = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await api.get(`/api/v1/imports?limit=200${query}`, ImportPageView);
    found.push(...page.items.filter((item) => item.name === name));
    cursor = page.next_cursor ?? undefined;
  } while (cursor !== undefined);
  return found;
};

const upload = async (name: string, seed: number, size: number, api: Api): Promise<string> => {
  const { cases } = generateSample({ seed, size });
  const created = await api.post(
    '/api/v1/imports',
    { name, format: 'jsonl', expected_records: cases.length },
    CreatedImport,
  );
  if (created.upload === undefined) throw new Error('the import came without an upload link');
  const { method, url, headers } = created.upload;
  const body = `${cases.map((line) => JSON.stringify(line)).join('\n')}\n`;
  const response = await fetch(url, { method, headers, body });
  if (!response.ok) throw new Error(`the upload was refused: ${response.status} ${await response.text()}`);
  return created.id;
};

const follow = async (id: string, api: Api, reporter: Reporter): Promise<void> => {
  for (;;) {
    const view = await api.get(`/api/v1/imports/${encodeURIComponent(id)}`, ImportView);
    reporter.progress(view);
    if (view.state === 'completed') return;
    if (view.state === 'cancelled' || view.state === 'failed' || view.state === 'needs_review')
      throw new Error(`its import ${id} is ${view.state}`);
    await pause(POLL_MILLIS);
  }
};
