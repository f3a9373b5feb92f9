import type { FunctionName } from '#config/function-name.ts';
import type { ApiClient } from './api-client.ts';
import type { InProcessStack } from './in-process-stack.ts';

/** Rights that are taken from a function while another of some action is tested, so that it has something to mend. */
type Taken = { readonly when: string; readonly from: FunctionName; readonly actions: readonly string[] };

/** What makes a function use every right that it has. */
export type Work = {
  readonly taken?: Taken;
  /** It remembers answers for seconds, so it is asked until it looks again. */
  readonly remembers?: true;
  readonly run: (stack: InProcessStack, api: ApiClient, unique: number) => Promise<void>;
};
