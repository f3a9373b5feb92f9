import type { PassageKind } from '#core/search/passage.ts';
import type { PassageFilters } from '#core/search/passage-filters.ts';

/** What filters ask of a passage, without its tags; all null for what is gone. */
export type ScopeRow = {
  readonly kind: string | null;
  readonly state: string | null;
  readonly category: string | null;
  readonly product: string | null;
  readonly status: string | null;
  readonly audience: string | null;
  readonly customer: string | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
};

const TEXTS = ['kind', 'state', 'category', 'product', 'status', 'audience', 'customer'] as const;
const TIMES = ['createdAt', 'updatedAt'] as const;
const BOUNDS = [
  ['createdAt', 'createdFrom', 'createdTo'],
  ['updatedAt', 'updatedFrom', 'updatedTo'],
] as const;

type Accepts = (number: number) => boolean;

/** A longer column with the same beginning. */
const grown = <Column extends Uint32Array | Float64Array>(longer: Column, column: Column): Column => {
  longer.set(column);
  return longer;
};

/** The filtered columns of a tenant's passages, in memory, by the number of their row: 44 bytes each. */
export type ScopeColumns = {
  /** Puts a row; no scope holds what is gone. */
  readonly put: (number: number, row: ScopeRow) => void;
  /** Whether a row is in scope; `tagged` holds the rows that have one of the tags asked for. */
  readonly accepts: (
    kinds: readonly PassageKind[],
    filters: PassageFilters,
    tagged: ReadonlySet<number> | undefined,
  ) => Accepts;
  readonly bytes: () => number;
};

/** Makes empty columns. */
export const scopeColumns = (): ScopeColumns => {
  // Every text has one code, whatever its column; 0 stands for none.
  const codes = new Map<string, number>();
  let room = 1_024;
  let texts = TEXTS.map(() => new Uint32Array(room));
  let times = TIMES.map(() => new Float64Array(room));

  const codeOf = (text: string): number => {
    const known = codes.get(text);
    if (known !== undefined) return known;
    codes.set(text, codes.size + 1);
    return codes.size;
  };
  const makeRoom = (number: number): void => {
    if (number < room) return;
    room = 2 * number;
    texts = texts.map((column) => grown(new Uint32Array(room), column));
    times = times.map((column) => grown(new Float64Array(room), column));
  };

  const textOf = (name: (typeof TEXTS)[number]): Uint32Array =>
    texts[TEXTS.indexOf(name)] ?? new Uint32Array(0);
  const timeOf = (name: (typeof TIMES)[number]): Float64Array =>
    times[TIMES.indexOf(name)] ?? new Float64Array(0);
  const oneOf = (name: (typeof TEXTS)[number], values: readonly string[], orNone = false): Accepts => {
    const column = textOf(name);
    const wanted = new Set(values.map((value) => codes.get(value) ?? -1));
    if (orNone) wanted.add(0);
    return (number) => wanted.has(column[number] ?? 0);
  };
  const within = (
    name: (typeof TIMES)[number],
    from: string | undefined,
    to: string | undefined,
  ): Accepts => {
    const column = timeOf(name);
    const first = from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(from);
    const last = to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to);
    return (number) => (column[number] ?? Number.NaN) >= first && (column[number] ?? Number.NaN) <= last;
  };

  return {
    put(number, row) {
      makeRoom(number);
      for (const [n, name] of TEXTS.entries()) {
        const column = texts[n];
        const text = row[name] ?? undefined;
        if (column) column[number] = text === undefined ? 0 : codeOf(text);
      }
      for (const [n, name] of TIMES.entries()) {
        const column = times[n];
        if (column) column[number] = Date.parse(row[name] ?? '');
      }
    },
    accepts(kinds, filters, tagged) {
      const { states } = filters;
      const named = (['category', 'product', 'status', 'audience', 'customer'] as const).flatMap((name) => {
        const values = filters[name];
        return values ? [oneOf(name, values)] : [];
      });
      const timed = BOUNDS.flatMap(([name, from, to]) =>
        filters[from] === undefined && filters[to] === undefined
          ? []
          : [within(name, filters[from], filters[to])],
      );
      const all = [
        oneOf('kind', kinds),
        ...(states ? [oneOf('state', states, true)] : []),
        ...named,
        ...timed,
        ...(tagged ? [(number: number) => tagged.has(number)] : []),
      ];
      return (number) => all.every((accepts) => accepts(number));
    },
    bytes: () => room * (4 * TEXTS.length + 8 * TIMES.length),
  };
};
