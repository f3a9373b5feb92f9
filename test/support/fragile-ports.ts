/** How often the calls of ports crash, and how long they may take. */
export type Fragility = {
  /** A number from 0 to 1, the next of the seed. */
  readonly random: () => number;
  /** Share of calls that crash before they take effect, and again of those that crash after. */
  readonly crashes: number;
  /** Crashes in all, so that a world comes to its end. */
  readonly most: number;
  /** Turns of the event loop that the slowest call takes: a slow worker meets what has ended meanwhile. */
  readonly slowest: number;
};

/** Wraps ports so that their calls dawdle and crash; the error says `crash`. */
export const fragilePorts = ({ random, crashes, most, slowest }: Fragility) => {
  let left = most;
  const crash = (): void => {
    if (left === 0 || random() >= crashes) return;
    left -= 1;
    throw new Error('crash');
  };
  const dawdle = async (): Promise<void> => {
    for (let turns = Math.floor(random() ** 6 * slowest); turns > 0; turns -= 1) await Promise.resolve();
  };
  return <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name, receiver) => {
        const member: unknown = Reflect.get(target, name, receiver);
        if (typeof member !== 'function') return member;
        return async (...input: unknown[]) => {
          crash();
          await dawdle();
          const result: unknown = await member.apply(target, input);
          crash();
          return result;
        };
      },
    });
};
