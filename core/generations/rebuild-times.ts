/** A generation that was left is written to for so long, while instances learn of the new one. */
export const LEFT_WRITTEN_SECONDS = 60;

/** After that, what was under way is done; only then is it dropped. */
export const DROP_GRACE_SECONDS = 60;

/** A moment so many seconds after another one, ISO 8601 UTC. */
export const secondsAfter = (moment: Date, seconds: number): string =>
  new Date(moment.getTime() + seconds * 1_000).toISOString();
