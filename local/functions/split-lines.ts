import { StringDecoder } from 'node:string_decoder';

/** Calls `onLine` with each whole line of a stream of chunks; what has no end yet waits for it. */
export const splitLines = (onLine: (line: string) => void): ((chunk: Buffer) => void) => {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  return (chunk) => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  };
};
