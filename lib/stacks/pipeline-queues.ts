import type { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import { AppQueue } from '#lib/constructs/app-queue.ts';
import { DeadLetters } from '#lib/constructs/dead-letters.ts';

/** The queues between the steps of an import, and those that mend the index. */
export const pipelineQueues = (scope: Construct, settings: Settings) => ({
  uploads: new AppQueue(scope, 'Uploads', {
    name: 'uploads',
    settings,
    consumer: 'split-upload',
    tooOldMinutes: 30,
    impact: 'uploaded files are not read, their imports stand still',
  }),
  dispatch: new AppQueue(scope, 'Dispatch', {
    name: 'dispatch',
    settings,
    consumer: 'dispatch-segments',
    impact: 'imports stand still until the next minute tends them',
  }),
  segments: new AppQueue(scope, 'Segments', {
    name: 'segments',
    settings,
    consumer: 'write-segment',
    impact: 'records of an import are not written',
  }),
  verification: new AppQueue(scope, 'Verification', {
    name: 'verification',
    settings,
    consumer: 'verify-segment',
    impact: 'imports are not declared completed',
  }),
  repairs: new AppQueue(scope, 'Repairs', {
    name: 'repairs',
    settings,
    consumer: 'repair-projection',
    impact: 'some changed cases are not found by search',
  }),
  rebuild: new AppQueue(scope, 'Rebuild', {
    name: 'rebuild',
    settings,
    consumer: 'rebuild-index',
    // A rebuild that runs always has a message here, which a step of some seconds replaces: an old one is no progress.
    tooOldMinutes: 15,
    impact:
      'the search index is not renewed: a new model or an upgrade has no effect, and each change is written twice',
    runbook: 'rebuild-stands-still',
  }),
  rewatch: new AppQueue(scope, 'Rewatch', {
    name: 'rewatch',
    settings,
    consumer: 'rewatch-records',
    impact: 'articles may still say what an erased case said, and nobody is asked to look at them',
    runbook: 'watch-failures',
  }),
  watchFailures: new DeadLetters(scope, 'WatchFailures', {
    name: 'watch-failures',
    settings,
    impact: 'articles may still say what erased cases said, and nobody is asked to look at them',
    runbook: 'watch-failures',
  }),
  projectionFailures: new DeadLetters(scope, 'ProjectionFailures', {
    name: 'projection-failures',
    settings,
    impact: 'changed cases are not found by search until they are projected again',
    runbook: 'projection-failures',
  }),
});

/** The queues by name. */
export type PipelineQueues = ReturnType<typeof pipelineQueues>;
