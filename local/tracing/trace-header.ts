/** The parts of an X-Ray trace header: the trace, the segment that calls, and whether it is recorded. */
export type Trace = {
  readonly root: string;
  readonly parent?: string | undefined;
  readonly sampled: boolean;
};

const ROOT = /^1-[0-9a-f]{8}-[0-9a-f]{24}$/;
const PARENT = /^[0-9a-f]{16}$/;

/** Reads an X-Ray trace header, `Root=…;Parent=…;Sampled=0|1`; undefined when it names no trace. */
export const readTrace = (header: string | undefined): Trace | undefined => {
  const parts = new Map((header ?? '').split(';').map((part) => pair(part.trim())));
  const root = parts.get('root');
  const parent = parts.get('parent');
  if (root === undefined || !ROOT.test(root)) return undefined;
  return {
    root,
    ...(parent !== undefined && PARENT.test(parent) && { parent }),
    sampled: parts.get('sampled') === '1',
  };
};

const pair = (part: string): readonly [string, string] => {
  const [name = '', value = ''] = part.split('=', 2);
  return [name.toLowerCase(), value];
};

/** Writes an X-Ray trace header. */
export const writeTrace = ({ root, parent, sampled }: Trace): string =>
  [`Root=${root}`, ...(parent === undefined ? [] : [`Parent=${parent}`]), `Sampled=${sampled ? 1 : 0}`].join(
    ';',
  );

/** A new trace that begins now; `id` is a UUID. */
export const newTrace = (now: Date, id: string, sampled: boolean): Trace => ({
  root: `1-${Math.floor(now.getTime() / 1000)
    .toString(16)
    .padStart(8, '0')}-${id.replaceAll('-', '').slice(0, 24)}`,
  sampled,
});
