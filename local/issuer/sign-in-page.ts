import type { AuthorizationRequest } from './authorization-code.ts';

/** The page on which a person picks a demo principal. */
export const signInPage = (request: AuthorizationRequest, principals: readonly string[]): string => {
  const fields = Object.entries(request).map(
    ([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value ?? '')}">`,
  );
  const buttons = principals.map(
    (principal) =>
      `<p><button name="principal" value="${escape(principal)}">${escape(principal)}</button></p>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Sign in to Caselore</title>
<h1>Sign in to Caselore</h1>
<p>This is the laptop form: pick a demo principal, no password is asked.</p>
<form method="post">
${[...fields, ...buttons].join('\n')}
</form>
</html>
`;
};

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
