import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readResult } from '../../../bench/report/read-result.ts';
import { renderReport } from '../../../bench/report/render.ts';
import type { Section } from '../../../bench/report/section.ts';
import { sections } from '../../../bench/report/sections.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** Results that say how well something works, not how fast. */
const NOT_OF_SPEED = new Set(['keyword-clustering']);

const section = (value: number): Section => ({
  title: 'A thing',
  result: 'thing',
  command: 'node thing.ts',
  read: () => ({
    rows: [{ what: 'speed', value, unit: 'things/s', aim: { value: 400, is: 'least' } }],
    notes: ['The disk is the limit.'],
  }),
});
const measured = { machine: { cpu: 'a processor', cores: 2, node: 'v24' } };

describe('docs/performance.md', () => {
  it('says what the results say: npm run bench:report', () => {
    expect(readFileSync(join(ROOT, 'docs/performance.md'), 'utf8')).toBe(renderReport(sections, readResult));
  });

  it('has a section for every result of speed', () => {
    const results = readdirSync(join(ROOT, 'bench/results')).map((file) => file.replace(/\.json$/, ''));
    const shown = new Set(sections.map(({ result }) => result));

    expect(results.filter((name) => !shown.has(name) && !NOT_OF_SPEED.has(name))).toEqual([]);
  });
});

describe('renderReport', () => {
  it.each([
    [401, '✓'],
    [399, '✗'],
  ])('marks %i against an aim of at least 400', (value, mark) => {
    const page = renderReport([section(value)], () => measured);

    expect(page).toContain(`| speed | ${value} things/s | at least 400 ${mark} |`);
    expect(page).toContain('`node thing.ts`; a processor, 2 cores, Node v24;');
    expect(page).toContain('The disk is the limit.');
  });

  it('leaves out what was not measured', () => {
    expect(renderReport([section(1)], () => undefined)).not.toContain('A thing');
  });
});
