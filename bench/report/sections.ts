import type { Section } from './section.ts';
import { caseSync } from './sections/case-sync.ts';
import { categories } from './sections/categories.ts';
import { embeddingModels } from './sections/embedding-models.ts';
import { events } from './sections/events.ts';
import { foundation } from './sections/foundation.ts';
import { functionLoad } from './sections/function-load.ts';
import { grouping } from './sections/grouping.ts';
import { knowledgeQuality } from './sections/knowledge-quality.ts';
import { patterns } from './sections/patterns.ts';
import { personalData } from './sections/personal-data.ts';
import { rebuild } from './sections/rebuild.ts';
import { searchEngine } from './sections/search-engine.ts';
import { searchHttp } from './sections/search-http.ts';
import { staleness } from './sections/staleness.ts';
import { verification } from './sections/verification.ts';

/** The parts of docs/performance.md, in their order. */
export const sections: readonly Section[] = [
  searchEngine({ engine: 'SQLite', passages: 10_000 }),
  searchEngine({ engine: 'SQLite', passages: 100_000 }),
  searchEngine({ engine: 'SQLite', passages: 1_000_000 }),
  searchEngine({ engine: 'OpenSearch', passages: 10_000 }),
  searchEngine({ engine: 'OpenSearch', passages: 100_000 }),
  searchHttp,
  foundation,
  events,
  caseSync,
  rebuild,
  embeddingModels,
  patterns(5_000),
  patterns(13_700),
  grouping(5_000),
  grouping(13_700),
  categories,
  knowledgeQuality,
  verification,
  personalData,
  staleness,
  functionLoad,
];
