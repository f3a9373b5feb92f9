import type { Clock } from '#core/ports/clock.ts';

type Settings = { readonly seconds: number; readonly clock: Clock };

/** Most answers that are kept; the oldest goes first. */
const MOST = 1_000;

/** Keeps the answer to a key for some seconds; callers that ask at once share one question, and a fault is not kept. */
export const remembered = <Value>({ seconds, clock }: Settings) => {
  const answers = new Map<string, { readonly answer: Promise<Value>; readonly until: number }>();

  return async (key: string, ask: () => Promise<Value>): Promise<Value> => {
    const now = clock.now().getTime();
    const kept = answers.get(key);
    if (kept && kept.until > now) return kept.answer;
    const answer = ask();
    answers.delete(key);
    answers.set(key, { answer, until: now + seconds * 1000 });
    const [oldest] = answers.keys();
    if (answers.size > MOST && oldest !== undefined) answers.delete(oldest);
    try {
      return await answer;
    } catch (error) {
      if (answers.get(key)?.answer === answer) answers.delete(key);
      throw error;
    }
  };
};
