import { type ApiDescription, listOperations, type ListedOperation } from '../api-description.ts';
import { escapeHtml, sentence } from './html.ts';
import { operationHtml } from './operation-html.ts';
import { PAGE_STYLE } from './page-style.ts';
import { fieldsHtml } from './schema-html.ts';

/** The document as one page of HTML: no script, nothing fetched, so that it reads offline and by keyboard. */
export const docsPage = (document: ApiDescription): string => {
  const groups = Map.groupBy(listOperations(document), ({ tags: [tag = ''] }) => tag);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(document.info.title)} API</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<a class="skip" href="#operations">To the operations</a>
<nav aria-label="Contents">${contents(groups, document)}</nav>
<main id="operations">
<h1>${escapeHtml(document.info.title)} API</h1>
<p>${sentence(document.info.description)}</p>
<p>Base address: <code>{base_url}</code> · for programs: <a href="openapi.json">openapi.json</a> (OpenAPI ${document.openapi})</p>
${[...groups].map(groupHtml).join('\n')}
<h2 id="schemas">Schemas</h2>
${Object.entries(document.components.schemas).map(schemaHtml).join('\n')}
</main>
</body>
</html>
`;
};

type Schema = ApiDescription['components']['schemas'][string];

const listHtml = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

const contents = (
  groups: ReadonlyMap<string, readonly ListedOperation[]>,
  document: ApiDescription,
): string => {
  const parts = [...groups].map(
    ([tag, operations]) =>
      `<h2>${escapeHtml(tag)}</h2>${listHtml(operations.map(({ operationId, summary }) => `<a href="#${operationId}">${escapeHtml(summary)}</a>`))}`,
  );
  const names = Object.keys(document.components.schemas);
  const schemas = `<h2>Schemas</h2>${listHtml(names.map((name) => `<a href="#schema-${name}">${escapeHtml(name)}</a>`))}`;
  return `${parts.join('')}${schemas}`;
};

const groupHtml = ([tag, operations]: readonly [string, readonly ListedOperation[]]): string =>
  `<h2>${escapeHtml(tag)}</h2>\n${operations.map(operationHtml).join('\n')}`;

const schemaHtml = ([name, schema]: readonly [string, Schema]): string =>
  `<section id="schema-${name}" aria-labelledby="schema-${name}-title"><h3 id="schema-${name}-title"><a href="#schema-${name}">${escapeHtml(name)}</a></h3>${schema.description === undefined ? '' : `<p>${sentence(schema.description)}</p>`}${fieldsHtml('Fields', schema)}</section>`;
