import { describe, expect, it } from 'vitest';
import { PERMISSIONS_OF_ROLE, Role } from '#contracts/role.ts';
import { routes, type Route } from '#contracts/routes.ts';

const operationsOf = (role: Role): readonly string[] =>
  routes
    .filter(
      ({ permission }: Route) => permission !== 'public' && PERMISSIONS_OF_ROLE[role].includes(permission),
    )
    .map(({ operationId }) => operationId)
    .toSorted();

const VIEWER = ['getCase', 'listCases', 'searchHybrid', 'searchSimilarity'];
const AGENT = [...VIEWER, 'createCase', 'deleteCase', 'replaceCase'];
const ENGINEER = [...AGENT, 'getImport', 'listImportRecords', 'listImports'];
const ADMIN = [...ENGINEER, 'cancelImport', 'continueImport', 'createImport'];

describe('the permission table', () => {
  it.each([
    ['viewer', VIEWER],
    ['agent', AGENT],
    ['engineer', ENGINEER],
    ['admin', ADMIN],
    ['service', []],
  ] as const)('lets a %s do exactly this', (role, operations) => {
    expect(operationsOf(role)).toEqual([...operations].toSorted());
  });

  it('knows every role', () => {
    expect(Object.keys(PERMISSIONS_OF_ROLE).toSorted()).toEqual(Role.options.toSorted());
  });

  it('lets anybody only ask for health', () => {
    const open = routes.filter(({ permission }: Route) => permission === 'public');

    expect(open.map(({ operationId }) => operationId)).toEqual([
      'getHealth',
      'getReady',
      'getHealthV1',
      'getReadyV1',
    ]);
  });
});
