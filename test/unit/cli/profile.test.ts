import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseProfile } from '#cli/profile.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'caselore-cli-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const write = (text: string) => {
  mkdirSync(join(home, '.config/caselore'), { recursive: true });
  writeFileSync(join(home, '.config/caselore/config.json'), text);
};
const PROD = {
  url: 'https://prod.example/',
  client_id: 'cli',
  client_secret: 's',
  token_url: 'https://id.example/token',
};

describe('chooseProfile', () => {
  it('is the laptop with its demo admin where nobody says anything', async () => {
    expect(await chooseProfile(undefined, { HOME: home })).toEqual({
      url: 'http://localhost:8080',
      clientId: 'demo-admin',
      clientSecret: 'demo-admin',
      tokenUrl: 'http://localhost:8080/oauth2/token',
      scope: undefined,
    });
  });

  it('takes a named profile whole, whose gaps alone the environment fills', async () => {
    const { client_secret: _secret, ...open } = PROD;
    write(JSON.stringify({ profiles: { prod: open } }));
    const env = { HOME: home, CASELORE_URL: 'http://localhost:1', CASELORE_CLIENT_SECRET: 'from-env' };

    const expected = {
      url: 'https://prod.example',
      clientId: 'cli',
      clientSecret: 'from-env',
      tokenUrl: 'https://id.example/token',
    };
    expect(await chooseProfile('prod', env)).toMatchObject(expected);
    expect(await chooseProfile(undefined, { ...env, CASELORE_PROFILE: 'prod' })).toMatchObject(expected);
  });

  it('lets the environment win over the default profile', async () => {
    write(JSON.stringify({ profiles: { default: PROD } }));

    expect(await chooseProfile(undefined, { HOME: home })).toMatchObject({ url: 'https://prod.example' });
    expect(
      await chooseProfile(undefined, { HOME: home, CASELORE_URL: 'https://other.example' }),
    ).toMatchObject({ url: 'https://other.example' });
    expect(await chooseProfile('laptop', { HOME: home })).toMatchObject({ url: 'http://localhost:8080' });
  });

  it('never offers the demo admin to an address that is no laptop', async () => {
    await expect(
      chooseProfile(undefined, { HOME: home, CASELORE_URL: 'https://prod.example' }),
    ).rejects.toMatchObject({ exitCode: 78, message: expect.stringContaining('CASELORE_CLIENT_ID') });
  });

  it.each([
    ['no JSON', '{', undefined],
    ['no profiles', '{}', undefined],
    ['an unknown profile', '{"profiles":{}}', 'prod'],
    ['an unknown field', '{"profiles":{"prod":{"uri":"x"}}}', 'prod'],
    ['no address', '{"profiles":{"prod":{"url":"prod"}}}', 'prod'],
  ])('refuses %s', async (_, text, name) => {
    write(text);

    await expect(chooseProfile(name, { HOME: home })).rejects.toMatchObject({ exitCode: 78 });
  });
});
