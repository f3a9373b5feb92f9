import type { Readiness } from '#client/operations.ts';
import { CliError } from '../cli-error.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit-code.ts';

const isReadiness = (value: unknown): value is Readiness =>
  typeof value === 'object' && value !== null && 'components' in value && 'status' in value;

/** Tells whether Caselore can work now, part by part; it needs no token, so that it works while the issuer does not. */
export const healthCommand: Command = {
  synopsis: 'health',
  summary: 'tell whether Caselore can work now, part by part',
  words: { least: 0, most: 0 },
  options: {},
  async run({ terminal, session, json, signal }) {
    // What is not ready answers 503 with the same body, which a client that throws would hide.
    const response = await fetch(`${session.profile.url}/api/v1/health/ready`, { signal });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const body: unknown = isJson ? JSON.parse(text) : undefined;
    if (!isReadiness(body))
      throw new CliError(
        EXIT.unavailable,
        'no_caselore',
        `${session.profile.url} answers ${response.status}, not like a Caselore`,
      );
    const ready = body.status === 'ready';
    if (json) terminal.print(text);
    else {
      terminal.print(`${session.profile.url} is ${terminal.paint(ready ? 'green' : 'red', body.status)}`);
      for (const [name, { status }] of Object.entries(body.components))
        terminal.print(
          `  ${name.padEnd(14)} ${terminal.paint(status === 'healthy' ? 'green' : 'red', status)}`,
        );
    }
    return ready ? EXIT.ok : EXIT.unavailable;
  },
};
