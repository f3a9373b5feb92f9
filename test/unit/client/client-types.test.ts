import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clientDocument } from '#lib/openapi/client-document.ts';
import { clientTypes } from '#lib/openapi/client-types.ts';

describe('client/operations.ts', () => {
  it('is what the contracts make now (npm run client)', async () => {
    const committed = readFileSync(join(import.meta.dirname, '../../../client/operations.ts'), 'utf8');

    expect(committed).toBe(await clientTypes(clientDocument('http://localhost:8080')));
  });
});
