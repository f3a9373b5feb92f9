import { setTimeout as pause } from 'node:timers/promises';
import type { Component } from '#core/ports/component.ts';

/** A component that counts as unhealthy when it has not answered within some milliseconds. */
export const answerInTime = (component: Component, milliseconds: number): Component => ({
  name: component.name,
  async ping() {
    const answered = new AbortController();
    const late = async (): Promise<never> => {
      await pause(milliseconds, undefined, { signal: answered.signal });
      throw new Error(`${component.name} did not answer within ${milliseconds} ms`);
    };
    try {
      await Promise.race([component.ping(), late()]);
    } finally {
      answered.abort();
    }
  },
});
