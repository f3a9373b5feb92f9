import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { knowledgeSettings } from '#config/knowledge-settings.ts';
import { CaseContent } from '#contracts/case.ts';
import type { KnowledgeGrouping } from '#contracts/knowledge-grouping.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { contentHash } from '#core/cases/content-hash.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { PatternStore } from '#core/ports/pattern-store.ts';
import { groupCases, type GroupCasesDeps } from '#core/use-cases/group-cases.ts';
import { fixedClock } from './fixed-clock.ts';
import { memoryCaseStore } from './memory-case-store.ts';
import { memoryKnowledgeFiles } from './memory-knowledge-files.ts';
import { memoryPatternStore } from './memory-pattern-store.ts';
import { memoryRecordWalk } from './memory-record-walk.ts';

/** Two causes of one complaint, each with its remedy, and a complaint of its own. */
const TOLD = {
  worn: [
    'notebook crawls while charging cable, tip bent badly',
    'broken needle inside plug replaced charger',
  ],
  fake: [
    'notebook crawls while charging cable, cheap airport purchase',
    'genuine charger bought instead copy',
  ],
  paper: ['printer swallows sheets upstairs office', 'roller cleaned with alcohol and springs exchanged'],
} as const;
export type Kind = keyof typeof TOLD;

/** A port whose calls are counted by name; those of `writing` names are its writes. */
const counted = <Port extends object>(port: Port, calls: string[]): Port =>
  new Proxy(port, {
    get: (target, name, receiver) => {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return (...input: unknown[]) => {
        calls.push(String(name));
        return member.apply(target, input);
      };
    },
  });

/** A tenant's cases, and the grouping of them on twins in memory. */
export const groupingWorld = (overrides: Partial<KnowledgeGrouping> = {}) => {
  const clock = fixedClock();
  const cases: CaseStore = memoryCaseStore();
  const calls: string[] = [];
  const files = memoryKnowledgeFiles();
  const patterns: PatternStore = memoryPatternStore(files);
  const deps: GroupCasesDeps = {
    cases: counted(cases, calls),
    walk: memoryRecordWalk(cases),
    files: counted(files, calls),
    patterns: counted(patterns, calls),
    hasher: nodeHasher,
    clock,
    settings: { ...knowledgeSettings.grouping, ...overrides },
  };

  /** Writes a case over what is there, as every writer does: one version more, a new time of change. */
  const put = async (id: string, content: Partial<LivingCase['content']>, tenant = 'demo'): Promise<void> => {
    clock.advance(1_000);
    const stored = await cases.find(tenant, id);
    const version = stored?.version ?? 0;
    const whole = CaseContent.parse({ status: 'resolved', ...content });
    await cases.write(
      {
        tenant,
        id,
        version: version + 1,
        deleted: false,
        createdAt: clock.now().toISOString(),
        updatedAt: clock.now().toISOString(),
        contentHash: contentHash(nodeHasher, whole),
        content: whole,
      },
      version,
    );
  };
  const aKind = (kind: Kind, n: number) => ({
    title: TOLD[kind][0],
    resolution: TOLD[kind][1],
    customer: `customer-${n % 3}`,
  });

  return {
    cases,
    calls,
    clock,
    deps,
    files,
    patterns,
    put,
    aKind,
    /** Resolved cases `<kind>-<n>`. */
    fill: async (kind: Kind, count: number, tenant = 'demo', first = 0): Promise<void> => {
      for (let n = first; n < first + count; n += 1) await put(`${kind}-${n}`, aKind(kind, n), tenant);
    },
    remove: async (id: string, tenant = 'demo'): Promise<void> => {
      clock.advance(1_000);
      const stored = await cases.find(tenant, id);
      const version = stored?.version ?? 0;
      const updatedAt = clock.now().toISOString();
      await cases.write({ tenant, id, version: version + 1, deleted: true, updatedAt }, version);
    },
    group: (tenant = 'demo', own: Partial<GroupCasesDeps> = {}) => groupCases({ ...deps, ...own })(tenant),
    /** All patterns of a tenant with their cases. */
    found: async (tenant = 'demo') => {
      const { patterns: rows } = await patterns.list(tenant, 1_000);
      return Promise.all(
        rows.map(async (row) => ({ ...row, caseIds: await patterns.caseIds(tenant, row.id) })),
      );
    },
  };
};

/** What only writing calls are named. */
export const WRITES: ReadonlySet<string> = new Set(['write', 'writeOnce', 'remove', 'place']);
