import { describe, expect, it } from 'vitest';
import { listOperations } from '#lib/openapi/api-description.ts';
import { clientDocument } from '#lib/openapi/client-document.ts';
import { docsPage } from '#lib/openapi/page/docs-page.ts';

const document = clientDocument('{base_url}');
const page = docsPage(document);

describe('docsPage', () => {
  it('tells every operation and every schema, each under its own address', () => {
    for (const { operationId, path } of listOperations(document)) {
      expect(page).toContain(`<section id="${operationId}"`);
      expect(page).toContain(path);
    }
    for (const name of Object.keys(document.components.schemas))
      expect(page).toContain(`<section id="schema-${name}"`);
  });

  it('links only to what is on it, and to the document', () => {
    const targets = [...page.matchAll(/href="([^"]*)"/g)].map(([, target]) => target!);
    const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => `#${id}`));

    expect(targets.length).toBeGreaterThan(50);
    expect(targets.filter((target) => !ids.has(target) && target !== 'openapi.json')).toEqual([]);
  });

  it('fetches nothing and runs nothing', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|@import|url\(|https?:\/\//);
  });

  it('shows text as text', () => {
    const odd = { ...document, info: { ...document.info, description: 'a <b> & `c<d>`' } };

    expect(docsPage(odd)).toContain('a &lt;b&gt; &amp; <code>c&lt;d&gt;</code>');
  });
});
