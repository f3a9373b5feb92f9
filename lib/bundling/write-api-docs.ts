import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { docsPage } from '#lib/openapi/page/docs-page.ts';
import { clientDocument } from '#lib/openapi/client-document.ts';

/** Stands where the address of the API belongs, which only the running function knows. */
const BASE_URL = '{base_url}';

/** Writes what the function `api-docs` serves: the OpenAPI document, and the page made from it. */
export const writeApiDocs = async (into: string): Promise<void> => {
  const document = clientDocument(BASE_URL);
  await writeFile(join(into, 'openapi.json'), JSON.stringify(document));
  await writeFile(join(into, 'docs.html'), docsPage(document));
};
