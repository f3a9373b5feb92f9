import { createHash, timingSafeEqual } from 'node:crypto';
import type { Client } from './client.ts';
import { OauthError } from './oauth-error.ts';

type Given = { readonly id: string; readonly secret: string | undefined };

/** Finds the client of a token request by its `Authorization: Basic` header or its form (RFC 6749, section 2.3.1). */
export const authenticateClient = (
  clients: ReadonlyMap<string, Client>,
  authorization: string | undefined,
  form: ReadonlyMap<string, string>,
): Client => {
  const given = readCredentials(authorization, form);
  const client = clients.get(given.id);
  if (!client || !secretsEqual(client.client_secret ?? '', given.secret ?? ''))
    throw new OauthError('invalid_client', 'The client is unknown or its secret is wrong.');
  return client;
};

const readCredentials = (authorization: string | undefined, form: ReadonlyMap<string, string>): Given => {
  const id = form.get('client_id');
  if (authorization === undefined) {
    if (id === undefined) throw new OauthError('invalid_client', 'The client does not say who it is.');
    return { id, secret: form.get('client_secret') };
  }
  if (form.has('client_secret'))
    throw new OauthError('invalid_request', 'Only one way of client authentication may be used.');
  const basic = readBasic(authorization);
  if (id !== undefined && id !== basic.id)
    throw new OauthError('invalid_request', 'client_id differs from the Authorization header.');
  return basic;
};

const readBasic = (authorization: string): Given => {
  const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(authorization)?.[1];
  const decoded = Buffer.from(encoded ?? '', 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  if (colon < 0) throw new OauthError('invalid_client', 'The Authorization header is no Basic credentials.');
  return { id: formDecode(decoded.slice(0, colon)), secret: formDecode(decoded.slice(colon + 1)) };
};

const formDecode = (text: string): string =>
  new URLSearchParams(`x=${text.replaceAll('&', '%26')}`).get('x') ?? '';

const secretsEqual = (left: string, right: string): boolean => timingSafeEqual(digest(left), digest(right));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
