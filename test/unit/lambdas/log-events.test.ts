import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOG_EVENTS } from '#lambdas/shared/log-events.ts';
import { METRICS } from '#lambdas/shared/metric-list.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Rows of the tables of a page whose first cell is code. */
const rowsOf = (page: string): readonly string[][] =>
  readFileSync(join(ROOT, 'docs', page), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

const sources = readdirSync(join(ROOT, 'lambdas'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join(ROOT, 'lambdas', file), 'utf8') }));

describe('the catalogue of log events', () => {
  it('is docs/log-events.md, code for code', () => {
    const documented = rowsOf('log-events.md').filter(([code]) => /^`[A-Z_]+`$/.test(code!));

    expect(documented).toEqual(
      Object.entries(LOG_EVENTS).map(([code, { level, says, fields }]) => [
        `\`${code}\``,
        level,
        says,
        fields.map((field) => `\`${field}\``).join(', '),
      ]),
    );
  });

  it('holds no code that nobody logs', () => {
    const text = sources
      .filter(({ file }) => file !== 'shared/log-events.ts')
      .map((source) => source.text)
      .join('\n');
    const core = ['core/use-cases/check-readiness.ts', 'core/search/find-hits.ts']
      .map((file) => readFileSync(join(ROOT, file), 'utf8'))
      .join('\n');

    expect(Object.keys(LOG_EVENTS).filter((code) => !(text + core).includes(`'${code}'`))).toEqual([]);
  });

  it('cannot be gone round: only the log itself and the wrapper of all functions touch the logger', () => {
    const touching = sources.filter(({ text }) => /\/logger\.ts'/.test(text)).map(({ file }) => file);
    const printing = sources.filter(({ text }) => /console\./.test(text)).map(({ file }) => file);

    expect(touching.toSorted()).toEqual(['shared/log.ts', 'shared/observed.ts']);
    expect(printing).toEqual([]);
  });
});

describe('the list of metrics', () => {
  it('is docs/metrics.md, name for name', () => {
    const documented = rowsOf('metrics.md').map(([name, unit]) => [name, unit]);

    expect(documented).toEqual(Object.entries(METRICS).map(([name, unit]) => [`\`${name}\``, unit]));
  });

  it('cannot be gone round: only the measuring itself and the wrapper of all functions touch the metrics', () => {
    const touching = sources.filter(({ text }) => /\/metrics\.ts'/.test(text)).map(({ file }) => file);

    expect(touching.toSorted()).toEqual([
      'health/metric-families.ts',
      'shared/measure.ts',
      'shared/observed.ts',
    ]);
  });
});
