import { writeCaseKey } from '#contracts/case-key.ts';

/** What the sort keys of versions begin with. */
export const VERSION_PREFIX = 'v#';

/** The sort key of a version; of a fixed width, so that it sorts as text. */
export const versionSk = (version: number): string => `${VERSION_PREFIX}${String(version).padStart(16, '0')}`;

/** The key of a version of an article. */
export const versionKey = (tenant: string, id: string, version: number) => ({
  pk: writeCaseKey({ tenant, id }),
  sk: versionSk(version),
});

/** The key of the one row of an article that says what is to be done about it. */
export const deskKey = (tenant: string, id: string) => ({ pk: writeCaseKey({ tenant, id }), sk: 'desk' });
