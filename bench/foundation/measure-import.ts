import type { ApiClient } from '#test/support/api-client.ts';

/** Imports some lines and says how long it took from the upload until all was searchable, and what was counted. */
export const measureImport = async (api: ApiClient, text: string, records: number) => {
  const started = performance.now();
  const id = await api.upload(text, { expected_records: records });
  const { state, counts } = await api.untilImport(id, ['completed', 'failed', 'needs_review'], 600);
  const seconds = (performance.now() - started) / 1_000;
  return {
    state,
    counts,
    seconds: Math.round(seconds * 100) / 100,
    records_per_second: Math.round(records / seconds),
  };
};
