import type { IndexHit, SearchIndex, SearchScope } from '#core/ports/search-index.ts';
import { MATCH_END, MATCH_START } from '#core/search/match-marks.ts';
import { passageKeyText, type Passage, type PassageKey } from '#core/search/passage.ts';
import type { PassageFilters } from '#core/search/passage-filters.ts';

type Entry = { tenant: string; key: PassageKey; version: number; passage: Passage | undefined };

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const titleKey = (text: string): string => words(text).join(' ');
const anyOf = (wanted: readonly string[] | undefined, values: readonly (string | undefined)[]): boolean =>
  !wanted || values.some((value) => value !== undefined && wanted.includes(value));
const within = (time: string, from = '', to = '~'): boolean => from <= time && time <= to;
const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, x, n) => sum + x * (b[n] ?? 0), 0);

const meets = (passage: Passage, filters: PassageFilters): boolean =>
  (['category', 'product', 'status', 'audience', 'customer'] as const).every((field) =>
    anyOf(filters[field], [passage[field]]),
  ) &&
  (passage.state === undefined || anyOf(filters.states, [passage.state])) &&
  anyOf(filters.tags, passage.tags) &&
  within(passage.createdAt, filters.createdFrom, filters.createdTo) &&
  within(passage.updatedAt, filters.updatedFrom, filters.updatedTo);

const shownText = ({ title, summary = '', text }: Passage, asked: ReadonlySet<string>): string => {
  const holds = (said: string): boolean => words(said).some((word) => asked.has(word));
  return !holds(text) && holds(summary) ? summary : text || (title ?? '');
};

/** An index in memory, a twin of the real ones for unit tests: whole words, no stemming, each word worth the same. */
export const memorySearchIndex = (): SearchIndex => {
  const entries = new Map<string, Entry>();
  const at = (tenant: string, key: PassageKey): string => `${tenant}#${passageKeyText(key)}`;
  const living = (tenant: string): Passage[] =>
    [...entries.values()]
      .filter((entry) => entry.tenant === tenant)
      .map(({ passage }) => passage)
      .filter((passage) => passage !== undefined);
  const inScope = ({ tenant, kinds, filters }: SearchScope): Passage[] =>
    living(tenant).filter((passage) => kinds.includes(passage.kind) && meets(passage, filters));
  const coverage = (text: string, passage: Passage): number => {
    const own = new Set(
      words(`${passage.title ?? ''} ${passage.summary ?? ''} ${passage.text} ${passage.id}`),
    );
    const asked = new Set(words(text));
    return asked.size === 0 ? 0 : [...asked].filter((word) => own.has(word)).length / asked.size;
  };
  const hits = (found: Passage[], score: (passage: Passage) => number, limit: number): IndexHit[] =>
    found
      .map((passage) => ({ ...passage, score: score(passage) }))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ kind, id, version, updatedAt, score: own }) => ({ kind, id, version, updatedAt, score: own }));

  return {
    engine: 'memory',
    async upsert(passages) {
      for (const passage of passages) {
        const { tenant, kind, id, version } = passage;
        const stored = entries.get(at(tenant, passage));
        if (stored && (stored.version > version || (stored.version === version && !stored.passage))) continue;
        entries.set(at(tenant, passage), { tenant, key: { kind, id }, version, passage });
      }
    },
    async remove(removals) {
      for (const { tenant, kind, id, version } of removals) {
        if ((entries.get(at(tenant, { kind, id }))?.version ?? 0) > version) continue;
        entries.set(at(tenant, { kind, id }), { tenant, key: { kind, id }, version, passage: undefined });
      }
    },
    async forget(tenant, keys) {
      for (const key of keys) entries.delete(at(tenant, key));
    },
    async versions(tenant, kind, ids) {
      const known = ids
        .map((id) => entries.get(at(tenant, { kind, id })))
        .filter((entry) => entry !== undefined);
      return new Map(
        known.map(({ key, version, passage }) => [key.id, { version, removed: passage === undefined }]),
      );
    },
    async search({ text, vector, limit, ...scope }) {
      const found = inScope(scope);
      const said = text === undefined ? [] : found.filter((passage) => coverage(text, passage) > 0);
      const near = found.filter((passage) => vector && passage.vector);
      const exact = found.filter(
        ({ title }) => text && titleKey(text) && title && titleKey(title) === titleKey(text),
      );
      return {
        keyword: hits(said, (passage) => coverage(text ?? '', passage), limit),
        vector: hits(near, (passage) => cosine(vector!, passage.vector!), limit),
        exactTitle: hits(exact, () => 1, limit),
      };
    },
    async details({ tenant, keys, text, vector }) {
      const asked = new Set(words(text ?? ''));
      const found = keys
        .map((key) => entries.get(at(tenant, key))?.passage)
        .filter((passage) => passage !== undefined);
      return new Map(
        found.map((passage) => [
          passageKeyText(passage),
          {
            coverage: text === undefined ? undefined : coverage(text, passage),
            cosine: vector && passage.vector ? cosine(vector, passage.vector) : undefined,
            snippet: shownText(passage, asked)
              .slice(0, 400)
              .replaceAll(/[\p{L}\p{N}]+/gu, (word) =>
                asked.has(word.toLowerCase()) ? MATCH_START + word + MATCH_END : word,
              ),
          },
        ]),
      );
    },
    async list({ limit, after, kind, ...scope }) {
      const sort = ({ updatedAt, id }: { updatedAt: string; id: string }): string => `${updatedAt}#${id}`;
      return inScope({ ...scope, kinds: [kind] })
        .filter((passage) => !after || sort(passage) < sort(after))
        .toSorted((a, b) => (sort(a) < sort(b) ? 1 : -1))
        .slice(0, limit)
        .map(({ updatedAt, id }) => ({ updatedAt, id }));
    },
    vectorOf: async (tenant, key) => entries.get(at(tenant, key))?.passage?.vector,
    async withoutVector(tenant, kind, ids) {
      const bare = ids.filter((id) => {
        const passage = entries.get(at(tenant, { kind, id }))?.passage;
        return passage && !passage.vector;
      });
      return new Set(bare);
    },
    count: async (tenant, of) => (of ? inScope({ tenant, ...of }) : living(tenant)).length,
    ping: async () => undefined,
    drop: async () => entries.clear(),
  };
};
