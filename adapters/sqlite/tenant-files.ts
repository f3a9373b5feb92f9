import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { type IndexName, indexNameText } from '#core/search/index-name.ts';
import { adoptFirstFolder } from './adopt-first-folder.ts';
import { tenantFile, type TenantFile } from './tenant-file.ts';

/** Files that one thread holds open; each costs a few descriptors and 8 MB of cache at most. */
const MOST_OPEN = 32;
const TENANT = /^[a-z0-9-]{3,40}$/;
const MODEL = /^[A-Za-z0-9.-]{1,80}$/;

/** The files of all tenants in one generation, `<directory>/<model>-g<generation>/<tenant>.sqlite`. */
export type TenantFiles = {
  /** The file of a tenant; undefined while the tenant has none. */
  readonly existing: (tenant: string) => TenantFile | undefined;
  /** The file of a tenant, made when absent. */
  readonly made: (tenant: string) => TenantFile;
  /** Closes what this thread holds open and takes the files of all tenants away. */
  readonly drop: () => void;
};

/** Opens files as they are asked for and closes those that are used least. */
export const tenantFiles = (directory: string, name: IndexName): TenantFiles => {
  if (!MODEL.test(name.model)) throw new Error(`"${name.model}" cannot name a folder`);
  const folder = join(directory, indexNameText(name));
  adoptFirstFolder(directory, name);
  const open = new LRUCache<string, TenantFile>({ max: MOST_OPEN, dispose: (file) => file.close() });

  const pathOf = (tenant: string): string => {
    if (!TENANT.test(tenant)) throw new Error('not the id of a tenant');
    return join(folder, `${tenant}.sqlite`);
  };
  const opened = (tenant: string): TenantFile => {
    const file = tenantFile(pathOf(tenant));
    open.set(tenant, file);
    return file;
  };
  return {
    existing: (tenant) => open.get(tenant) ?? (existsSync(pathOf(tenant)) ? opened(tenant) : undefined),
    made(tenant) {
      const known = open.get(tenant);
      if (known) return known;
      mkdirSync(folder, { recursive: true });
      return opened(tenant);
    },
    drop() {
      open.clear();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
