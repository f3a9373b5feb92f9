/** What went wrong, short enough for a list; the logs have the rest. */
const MOST_CHARACTERS = 300;

/** An error in one line, `name: message`. */
export const describeError = (error: unknown): string => {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.slice(0, MOST_CHARACTERS);
};

/** A failure as a state machine knows it in one line; of a function's own error the cause is JSON with its message. */
export const describeFailure = ({ Error: name, Cause: cause }: { Error: string; Cause: string }): string => {
  const message = messageOf(cause) ?? cause;
  return `${name}${message === '' ? '' : `: ${message}`}`.slice(0, MOST_CHARACTERS);
};

const messageOf = (cause: string): string | undefined => {
  if (!cause.startsWith('{')) return undefined;
  const [, message] = /"errorMessage":("(?:[^"\\]|\\.)*")/.exec(cause) ?? [];
  const text: unknown = message === undefined ? undefined : JSON.parse(message);
  return typeof text === 'string' ? text : undefined;
};
