import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { fetchToken } from '../fetch-token.ts';

/** Prints an access token, for other tools. */
export const tokenCommand: Command = {
  synopsis: 'token',
  summary: 'print an access token, for curl and others',
  words: { least: 0, most: 0 },
  options: {},
  async run({ session, terminal, json, signal }) {
    const token = await fetchToken(session.profile, signal);
    terminal.print(json ? JSON.stringify(token) : token.access_token);
    return EXIT.ok;
  },
};
