/** How lines begin that machines write, and commands that are typed: prompt, time, facility code, place in a program. */
const BEGINNINGS: readonly RegExp[] = [
  /^\s*(?:[$#]|PS [A-Z]:\\\S*>|[A-Z]:\\\S*>)\s?\S/u,
  /^\s*\[?\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/u,
  /^\s*\p{L}{3}\s{1,2}\d{1,2} \d{2}:\d{2}:\d{2}/u,
  /^\s*%[A-Z][A-Z\d_]*-\d-[A-Z][A-Z\d_]*:/u,
  /^\s*at \S{1,200}\(\S{0,200}\)$/u,
];
/** Columns, and pairs of names and values: anywhere in a line, unless it is prose. */
const FORMS: readonly RegExp[] = [/ \| [^|]{1,80} \| /u, /\b\w{1,40}=\S{1,100}\s{1,4}\w{1,40}=\S/u];
const PROSE = /\p{Ll}[.!?] \p{Lu}/u;

/** Whether a line is one that a machine wrote, or a command: it is kept whole. */
export const isLogLine = (line: string): boolean =>
  BEGINNINGS.some((beginning) => beginning.test(line)) ||
  (!PROSE.test(line) && FORMS.some((form) => form.test(line)));
