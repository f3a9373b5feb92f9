import { stripVTControlCharacters, styleText } from 'node:util';

/** A stream that may be a terminal. */
export type Stream = { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };

/** A way to write that a style names; nothing but the text where there are no colours. */
export type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red' | 'cyan';

/** What commands write to. */
export type Terminal = {
  /** A line of the result. */
  print(line?: string): void;
  /** A line beside the result. */
  note(line: string): void;
  /** Shows one line that the next one replaces; only where `live` is true. */
  show(line: string): void;
  /** Removes what `show` showed. */
  clear(): void;
  /** Whether a person looks on. */
  readonly live: boolean;
  readonly columns: number;
  paint(style: Style, text: string): string;
};

// oxlint-disable-next-line no-control-regex -- control characters are what it removes
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;

/** Text of somebody else without what would move the cursor or worse. */
export const harmless = (text: string): string => stripVTControlCharacters(text).replaceAll(CONTROL, ' ');

/** What a text takes on the screen, roughly: characters without styles. */
export const widthOf = (text: string): number => Array.from(stripVTControlCharacters(text)).length;

const fit = (line: string, columns: number): string =>
  widthOf(line) < columns
    ? line
    : `${Array.from(stripVTControlCharacters(line))
        .slice(0, columns - 2)
        .join('')}…`;

/** A terminal on two streams; colours and moving lines only where each of them is a screen and nobody declined. */
export const openTerminal = (
  out: Stream,
  error: Stream,
  env: Readonly<Record<string, string | undefined>>,
): Terminal => {
  const declined = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  const live = error.isTTY === true && env['TERM'] !== 'dumb';
  const colours = out.isTTY === true && !declined;
  const columns = Math.max(40, out.columns ?? error.columns ?? 80);
  let shown = false;
  const clear = (): void => {
    if (shown) error.write('\r\u001b[2K');
    shown = false;
  };
  return {
    live,
    columns,
    clear,
    print(line = '') {
      clear();
      out.write(`${line}\n`);
    },
    note(line) {
      clear();
      error.write(`${line}\n`);
    },
    show(line) {
      if (!live) return;
      error.write(`\r\u001b[2K${fit(line, columns)}`);
      shown = true;
    },
    // Whether to paint is decided above, for the streams that were given.
    paint: (style, text) => (colours ? styleText(style, text, { validateStream: false }) : text),
  };
};
