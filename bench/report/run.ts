import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readResult } from './read-result.ts';
import { renderReport } from './render.ts';
import { sections } from './sections.ts';

// Makes docs/performance.md from bench/results/: npm run bench:report

writeFileSync(join(import.meta.dirname, '../../docs/performance.md'), renderReport(sections, readResult));
