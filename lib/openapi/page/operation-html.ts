import type { ApiOperation, ListedOperation } from '../api-description.ts';
import { escapeHtml, sentence } from './html.ts';
import { rowsHtml, typeHtml } from './schema-html.ts';

/** One operation: what it takes, what it answers, and how to call it. */
export const operationHtml = (operation: ListedOperation): string => {
  const { operationId, method, path, summary, description } = operation;
  return `<section id="${operationId}" aria-labelledby="${operationId}-title">
<h3 id="${operationId}-title"><a href="#${operationId}">${escapeHtml(summary)}</a></h3>
<p class="place"><span class="method ${method.toLowerCase()}">${method}</span> <code>${escapeHtml(path)}</code></p>
${description === undefined ? '' : `<p>${sentence(description)}</p>`}
<p><small>${callerOf(operation)} · operation <code>${operationId}</code></small></p>
${parametersHtml(operation)}${bodyHtml(operation)}${answersHtml(operation)}
<details><summary>Call it</summary><pre tabindex="0">${escapeHtml(example(operation))}</pre></details>
</section>`;
};

const callerOf = (operation: ListedOperation): string =>
  operation.security
    ? `Needs a token with the permission <code>${escapeHtml(operation['x-permission'] ?? '')}</code>`
    : 'Needs no token';

const LOCATIONS = { path: 'In the path', query: 'In the query', header: 'Request headers' } as const;

const parametersHtml = ({ parameters }: ApiOperation): string =>
  Object.entries(LOCATIONS)
    .map(([location, caption]) =>
      rowsHtml(
        caption,
        parameters.filter((one) => one.in === location),
      ),
    )
    .join('');

const bodyHtml = ({ requestBody }: ApiOperation): string => {
  const schema = requestBody?.content['application/json']?.schema;
  return schema ? `<p>Body: ${typeHtml(schema)} as <code>application/json</code></p>` : '';
};

type Response = ApiOperation['responses'][string];

const isProblem = ({ content }: Response): boolean =>
  Object.keys(content).every((mediaType) => mediaType === 'application/problem+json');

const answersHtml = ({ responses }: ApiOperation): string => {
  const all = Object.entries(responses);
  const answers = all.filter(([status, one]) => status.startsWith('2') || !isProblem(one));
  const problems = all.filter(([status, one]) => !status.startsWith('2') && isProblem(one));
  const said = problems.map(
    ([status, { description }]) => `${status} ${sentence(description.replace('Problem: ', ''))}`,
  );
  return `<table class="answers"><caption>Answers</caption><thead><tr><th scope="col">status</th><th scope="col">when</th><th scope="col">body</th></tr></thead><tbody>${answers.map(answerHtml).join('')}</tbody></table>
<p class="problems"><a href="#schema-Problem">Problems</a>: ${said.join(' · ')}</p>`;
};

const answerHtml = ([status, { description, content, headers }]: readonly [string, Response]): string => {
  const bodies = Object.entries(content).map(
    ([mediaType, { schema }]) => `${typeHtml(schema)} <small>${escapeHtml(mediaType)}</small>`,
  );
  const named = Object.keys(headers).filter((name) => name !== 'x-request-id');
  const also = named.map((name) => `<code>${escapeHtml(name)}</code>`).join(', ');
  return `<tr><th scope="row">${status}</th><td>${sentence(description)}${also === '' ? '' : ` <small>with ${also}</small>`}</td><td>${bodies.join('<br>') || 'no body'}</td></tr>`;
};

const example = ({ method, path, security, requestBody }: ListedOperation): string =>
  [
    `curl${method === 'GET' ? '' : ` -X ${method}`} '{base_url}${path}'`,
    ...(security ? [`  -H "authorization: Bearer $TOKEN"`] : []),
    ...(requestBody ? [`  -H 'content-type: application/json'`, `  -d @body.json`] : []),
  ].join(' \\\n');
