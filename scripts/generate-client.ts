import { writeFile } from 'node:fs/promises';
import { clientDocument } from '#lib/openapi/client-document.ts';
import { clientTypes } from '#lib/openapi/client-types.ts';

await writeFile('client/operations.ts', await clientTypes(clientDocument('http://localhost:8080')));
console.log('client/operations.ts is up to date');
