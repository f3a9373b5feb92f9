/** The month that a time belongs to, in UTC: `2026-11`. */
export const monthOf = (time: Date): string => time.toISOString().slice(0, 7);
