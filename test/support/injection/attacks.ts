import type { Attack } from './attack.ts';
import { channels } from './channels.ts';
import { goals } from './goals.ts';

/** Every payload in every channel. */
export const attacks: readonly Attack[] = goals.flatMap(({ name, payloads }) =>
  payloads.flatMap(({ text, traces }, number) =>
    Object.keys(channels).map((channel) => ({ goal: name, channel, number, text, traces })),
  ),
);
