import { describe, expect, it } from 'vitest';
import { DomainError } from '#core/domain-error.ts';
import { readPatternGroup } from '#core/knowledge/pattern-files.ts';
import { fragilePorts } from '#test/support/fragile-ports.ts';
import { groupingWorld, WRITES } from '#test/support/grouping-world.ts';
import { seeded } from '#test/support/seeded.ts';

const idsOf = (kind: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${kind}-${n}`).toSorted();

const rising = (one: number, other: number): number => one - other;

const twoCauses = async () => {
  const world = groupingWorld();
  await world.fill('worn', 6);
  await world.fill('fake', 8);
  await world.fill('paper', 5);
  return world;
};

describe('groupCases', () => {
  it('stores a pattern for each problem and remedy, and keeps two causes of one symptom apart', async () => {
    const { group, found } = await twoCauses();

    expect(await group()).toEqual({
      cases: 19,
      resolved: 19,
      read: 19,
      patterns: 3,
      created: 3,
      changed: 0,
      removed: 0,
      placed: 19,
    });
    expect((await found()).map(({ caseIds }) => caseIds.join()).toSorted()).toEqual(
      [idsOf('worn', 6), idsOf('fake', 8), idsOf('paper', 5)].map((ids) => ids.join()).toSorted(),
    );
    expect(
      (await found()).map(({ size, customers, outcome, version }) => [
        size,
        customers,
        outcome.kind,
        version,
      ]),
    ).toEqual(expect.arrayContaining([[8, 3, 'waiting', 1]]));
  });

  it('writes nothing when nothing has changed', async () => {
    const { group, calls } = await twoCauses();
    await group();
    calls.splice(0);

    expect(await group()).toMatchObject({ read: 0, created: 0, changed: 0, removed: 0, placed: 0 });
    expect(calls.filter((name) => WRITES.has(name))).toEqual([]);
  });

  it('reads only what was changed, and keeps the ids of patterns', async () => {
    const world = await twoCauses();
    await world.group();
    const before = new Map((await world.found()).map(({ id, size }) => [id, size]));
    await world.fill('worn', 2, 'demo', 6);
    world.calls.splice(0);

    expect(await world.group()).toMatchObject({ read: 2, created: 0, changed: 1, placed: 2 });
    const after = await world.found();
    expect(after.map(({ id }) => id)).toEqual([...before.keys()]);
    expect(after.filter(({ id, size }) => before.get(id) !== size)).toMatchObject([
      { size: 8, version: 2, caseIds: idsOf('worn', 8) },
    ]);
    // The list of the evidence before is gone.
    expect(world.files.keys().filter((key) => key.includes('/patterns/'))).toHaveLength(3);
  });

  it('looks at nothing but resolved cases that say how', async () => {
    const world = groupingWorld();
    await world.fill('worn', 4);
    await world.put('open', { ...world.aKind('worn', 1), status: 'open' });
    await world.put('silent', { ...world.aKind('worn', 2), resolution: '  ' });

    expect(await world.group()).toMatchObject({ cases: 6, resolved: 4, patterns: 0 });
    await world.put('open', { ...world.aKind('worn', 1), status: 'done' });
    expect(await world.group()).toMatchObject({ read: 1, resolved: 5, patterns: 1 });
  });

  it('lets reopened, deleted and changed cases leave', async () => {
    const world = await twoCauses();
    await world.group();
    await world.put('fake-0', { ...world.aKind('fake', 0), status: 'open' });
    await world.remove('fake-1');
    await world.put('fake-2', { ...world.aKind('paper', 0) });

    expect(await world.group()).toMatchObject({ read: 3, resolved: 17, changed: 2, placed: 3 });
    const sizes = (await world.found()).map(({ caseIds }) => caseIds);
    expect(sizes).toContainEqual(['fake-3', 'fake-4', 'fake-5', 'fake-6', 'fake-7']);
    expect(sizes).toContainEqual(['fake-2', ...idsOf('paper', 5)]);
    expect(await world.patterns.ofCase('demo', 'fake-1')).toBeUndefined();
    expect(await world.patterns.ofCase('demo', 'fake-2')).toBe(
      await world.patterns.ofCase('demo', 'paper-0'),
    );
  });

  it('takes away a pattern that nothing came of, with its list', async () => {
    const world = await twoCauses();
    await world.group();
    await world.remove('paper-0');

    expect(await world.group()).toMatchObject({ patterns: 2, removed: 1 });
    expect(await world.found()).toHaveLength(2);
    expect(world.files.keys().filter((key) => key.includes('/patterns/'))).toHaveLength(2);
  });

  it('keeps a pattern that came to an article, empty, and takes it up again', async () => {
    const world = await twoCauses();
    await world.group();
    const id = (await world.patterns.ofCase('demo', 'paper-0'))!;
    const pattern = (await world.patterns.find('demo', id))!;
    const outcome = { kind: 'drafted', articleId: `kb-${id}` } as const;
    await world.patterns.write({ ...pattern, outcome, decidedOn: pattern.evidence, version: 2 }, 1);
    await world.put('paper-0', { ...world.aKind('paper', 0), status: 'open' });
    await world.group();

    const empty = (await world.patterns.find('demo', id))!;
    expect(empty).toMatchObject({ size: 0, outcome, version: 3, heir: undefined });
    expect(empty.evidence).not.toBe(empty.decidedOn);
    expect(await world.patterns.caseIds('demo', id)).toEqual([]);
    world.calls.splice(0);
    await world.group();
    expect(world.calls.filter((name) => WRITES.has(name))).toEqual([]);

    await world.put('paper-0', world.aKind('paper', 0));
    await world.group();
    expect(await world.patterns.find('demo', id)).toMatchObject({
      size: 5,
      outcome,
      evidence: pattern.evidence,
    });
  });

  it('names the heir of a pattern whose cases went to another', async () => {
    const world = await twoCauses();
    await world.group();
    const [id, heir] = await Promise.all(
      ['paper-0', 'fake-0'].map((one) => world.patterns.ofCase('demo', one)),
    );
    const pattern = (await world.patterns.find('demo', id!))!;
    await world.patterns.write({ ...pattern, outcome: { kind: 'covered', articleId: 'a-1' }, version: 2 }, 1);
    for (const one of idsOf('paper', 5)) await world.put(one, world.aKind('fake', 1));
    await world.group();

    expect(await world.patterns.find('demo', id!)).toMatchObject({ size: 0, heir });
    await world.group();
    expect(await world.patterns.find('demo', id!)).toMatchObject({ size: 0, heir, version: 3 });
  });

  it('leaves alone what others say of a pattern, also when they say it meanwhile', async () => {
    const world = await twoCauses();
    await world.group();
    const id = (await world.patterns.ofCase('demo', 'worn-0'))!;
    const outcome = { kind: 'refused', reason: 'no_cause', questions: ['Why?'] } as const;
    await world.fill('worn', 1, 'demo', 6);
    let disturbed = false;
    const patterns = {
      ...world.patterns,
      write: async (...input: Parameters<typeof world.patterns.write>) => {
        if (!disturbed) {
          disturbed = true;
          const stored = (await world.patterns.find('demo', id))!;
          await world.patterns.write({ ...stored, outcome, decidedOn: stored.evidence, version: 2 }, 1);
        }
        return world.patterns.write(...input);
      },
    };

    await world.group('demo', { patterns });
    expect(await world.patterns.find('demo', id)).toMatchObject({ size: 7, outcome, version: 3 });
  });

  it('gives up on a pattern that is never free', async () => {
    const world = await twoCauses();
    const never = async (): Promise<never> => {
      throw new DomainError('version_mismatch', 'changed by somebody else');
    };

    await expect(
      world.group('demo', { patterns: { ...world.patterns, write: never } }),
    ).rejects.toMatchObject({ code: 'version_mismatch' });
  });

  it('keeps tenants apart', async () => {
    const world = groupingWorld();
    await world.fill('worn', 3);
    await world.fill('worn', 5, 'other');
    await world.group();
    await world.group('other');

    expect(await world.found()).toEqual([]);
    expect(await world.found('other')).toMatchObject([{ tenant: 'other', size: 5 }]);
    expect(world.files.keys().every((key) => key.startsWith('demo/') || key.startsWith('other/'))).toBe(true);
  });

  it.each([
    ['damaged', '{"format":1,'],
    ['of another format', '{"format":0}'],
    ['empty', ''],
  ])('reads all cases anew when what was kept is %s', async (_what, text) => {
    const world = await twoCauses();
    await world.group();
    const before = await world.found();
    await world.files.write('demo/grouping/state.json', text);

    expect(await world.group()).toMatchObject({ read: 19, created: 0, changed: 0, removed: 0, placed: 0 });
    expect(await world.found()).toEqual(before);
  });

  it('reads all cases anew when settings are others', async () => {
    const world = await twoCauses();
    await world.group();
    const settings = { ...world.deps.settings, resolvedStatuses: ['done'] };

    expect(await world.group('demo', { settings })).toMatchObject({ read: 19, resolved: 0, removed: 3 });
  });

  it('keeps nothing of a case that is gone: neither in lists nor in words', async () => {
    const world = await twoCauses();
    await world.put('paper-0', { ...world.aKind('paper', 0), description: 'calls from Wilhelmina' });
    await world.put('paper-1', { ...world.aKind('paper', 1), description: 'again Wilhelmina called' });
    await world.group();
    const texts = async () => Promise.all(world.files.keys().map((key) => world.files.read(key)));
    expect((await texts()).join('\n')).toContain('wilhelmina');
    await world.remove('paper-0');
    await world.remove('paper-1');
    await world.group();

    expect((await texts()).join('\n')).not.toMatch(/wilhelmina|paper-[01]"/);
  });

  it('says why the cases are together, and what keeps twins apart', async () => {
    const world = await twoCauses();
    await world.group();
    const id = (await world.patterns.ofCase('demo', 'worn-0'))!;
    const twin = (await world.patterns.ofCase('demo', 'fake-0'))!;

    const why = await readPatternGroup(world.files, (await world.patterns.find('demo', id))!);

    expect(why).toMatchObject({ case_ids: idsOf('worn', 6), remedies: [idsOf('worn', 6)], joins: [] });
    expect(why!.near_remedies[0]).toMatchObject({ cosine: 1, cases: ['worn-0', 'worn-1'] });
    expect(why!.near_remedies[0]!.terms.map(({ term }) => term)).toContain('needle');
    expect(why!.apart_from).toMatchObject([{ pattern: twin }]);
    expect(why!.apart_from[0]!.own_words).toContain('needle');
    expect(why!.apart_from[0]!.other_words).toContain('genuine');
    expect(why!.apart_from[0]!.problem_cosine).toBeGreaterThan(why!.apart_from[0]!.remedy_cosine);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'is made good after crashes between any two calls, seed %i',
    async (seed) => {
      const world = await twoCauses();
      const fragile = fragilePorts({ random: seeded(seed), crashes: 0.08, most: 12, slowest: 1 });
      const own = { patterns: fragile(world.patterns), files: fragile(world.files) };
      const steps = [
        async () => world.fill('worn', 3, 'demo', 6),
        async () => world.put('fake-0', { ...world.aKind('fake', 0), status: 'open' }),
        async () => world.remove('paper-4'),
        async () => world.put('paper-4', world.aKind('paper', 1)),
      ];
      for (const step of [async () => undefined, ...steps]) {
        await step();
        for (let attempt = 0; attempt < 3; attempt += 1)
          await world.group('demo', own).catch((error: unknown) => {
            if (!(error instanceof Error) || error.message !== 'crash') throw error;
          });
      }
      await world.group();

      const fresh = await twoCauses();
      for (const step of [
        async () => fresh.fill('worn', 3, 'demo', 6),
        async () => fresh.put('fake-0', { ...fresh.aKind('fake', 0), status: 'open' }),
      ])
        await step();
      await fresh.group();
      const listOf = async (one: typeof world) =>
        (await one.found()).map(({ caseIds }) => caseIds.join()).toSorted();
      expect(await listOf(world)).toEqual(await listOf(fresh));
      for (const { id, caseIds } of await world.found())
        for (const caseId of caseIds) expect(await world.patterns.ofCase('demo', caseId)).toBe(id);
      expect(await world.patterns.ofCase('demo', 'fake-0')).toBeUndefined();
    },
  );

  it('mends a list that another run took away', async () => {
    const world = await twoCauses();
    await world.group();
    const id = (await world.patterns.ofCase('demo', 'worn-0'))!;
    await world.files.remove(world.files.keys().find((key) => key.includes(id))!);

    expect(await world.group()).toMatchObject({ changed: 1 });
    expect(await world.patterns.caseIds('demo', id)).toEqual(idsOf('worn', 6));
  });

  it('leaves patterns whole when two runs meet', async () => {
    const world = await twoCauses();
    const slow = fragilePorts({ random: seeded(4), crashes: 0, most: 0, slowest: 30 });
    await Promise.allSettled(
      [1, 2, 3].map(() => world.group('demo', { patterns: slow(world.patterns), files: slow(world.files) })),
    );

    expect((await world.found()).map(({ caseIds }) => caseIds.length).toSorted(rising)).toEqual([5, 6, 8]);
    world.calls.splice(0);
    await world.group();
    expect((await world.found()).map(({ caseIds }) => caseIds.length).toSorted(rising)).toEqual([5, 6, 8]);
  });
});
