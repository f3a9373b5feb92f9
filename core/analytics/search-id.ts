import type { Hasher } from '#core/ports/hasher.ts';
import type { Signer } from '#core/ports/signer.ts';

/** What a search id says of its search. */
export type SignedSearch = {
  readonly eventId: string;
  /** When it was answered, ms since 1970. */
  readonly at: number;
  /** A following page of a search that was counted by its first. */
  readonly continued: boolean;
  /** Short hashes of the ids of its results. */
  readonly marks: ReadonlySet<string>;
};

type Parts = { readonly hasher: Hasher; readonly signer: Signer };

/** 40 bits of a result's id: enough to tell a hundred results apart, short enough for an id. */
const MARK = 10;
const SHAPE =
  /^(?<body>(?<kind>[sp])\.(?<at>[0-9a-z]{1,11})\.(?<eventId>[\w-]{1,40})\.(?<marks>(?:[0-9a-f]{10})*))\.(?<signature>[\w-]{43})$/;

/** The mark of a result in a search id. */
export const resultMark = (hasher: Hasher, resultId: string): string =>
  hasher.sha256(resultId).slice(0, MARK);

const signed = (tenant: string, body: string): string => `search-id\n${tenant}\n${body}`;

/** A search id that carries time and results, valid for its tenant only: `kind.time.event.marks.signature`. */
export const writeSearchId = (
  { hasher, signer }: Parts,
  tenant: string,
  search: Omit<SignedSearch, 'marks'> & { readonly resultIds: readonly string[] },
): string => {
  const marks = search.resultIds.map((id) => resultMark(hasher, id)).join('');
  const body = [search.continued ? 'p' : 's', search.at.toString(36), search.eventId, marks].join('.');
  return `${body}.${signer.sign(signed(tenant, body))}`;
};

/** Reads a search id; undefined when it is not one that this tenant was given. */
export const readSearchId = (
  { signer }: Pick<Parts, 'signer'>,
  tenant: string,
  text: string,
): SignedSearch | undefined => {
  const { body, kind, at, eventId, marks, signature } = SHAPE.exec(text)?.groups ?? {};
  if (body === undefined || at === undefined || eventId === undefined || signature === undefined)
    return undefined;
  if (!signer.verifies(signed(tenant, body), signature)) return undefined;
  return {
    eventId,
    at: Number.parseInt(at, 36),
    continued: kind === 'p',
    marks: new Set(marks?.match(/.{10}/g) ?? []),
  };
};
