const ENGLISH = new Intl.NumberFormat('en');

/** A count with its thousands apart: `12,345`. */
export const count = (value: number): string => ENGLISH.format(Math.round(value));

/** Bytes as people say them: `12.3 MB`. */
export const size = (bytes: number): string => {
  if (bytes < 1_000) return `${bytes} B`;
  const [unit, value] =
    bytes < 1_000_000
      ? ['kB', bytes / 1e3]
      : bytes < 1_000_000_000
        ? ['MB', bytes / 1e6]
        : ['GB', bytes / 1e9];
  return `${value.toFixed(1)} ${unit}`;
};

const two = (value: number): string => String(value).padStart(2, '0');

/** Seconds as people say them: `45 s`, `3 min 05 s`, `2 h 07 min`. */
export const duration = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`;
  return `${Math.floor(whole / 3_600)} h ${two(Math.floor((whole % 3_600) / 60))} min`;
};

/** A bar of so many characters, filled by a fraction from 0 to 1. */
export const bar = (fraction: number, characters = 24): string => {
  const full = Math.round(Math.min(1, Math.max(0, fraction)) * characters);
  return `${'█'.repeat(full)}${'░'.repeat(characters - full)}`;
};
