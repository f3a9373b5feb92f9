import * as z from 'zod';
import { JobId } from '#contracts/job-id.ts';
import { Principal } from '#contracts/principal.ts';
import { CaseSource } from './case-source.ts';
import { EmbeddingSettings } from './embedding-settings.ts';
import { FunctionName } from './function-name.ts';
import { KnowledgeSettings } from './knowledge-settings.ts';
import { StageName } from './stage-name.ts';

/** Capacity units that a NextGen collection group accepts: 0, 2, 4, 8 or a multiple of 16. */
const Ocu = z.int().refine((units) => [0, 2, 4, 8].includes(units) || (units > 0 && units % 16 === 0));

const FunctionSettings = z.strictObject({
  memoryMb: z.int().min(128).max(10_240),
  timeoutSeconds: z.int().min(1).max(900),
  /** Invocations at once for one queue; Lambda allows 2 to 1000. */
  maxConcurrency: z.int().min(2).max(1000).optional(),
});

const TimeZone = z
  .string()
  .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC', {
    error: 'not the name of a time zone',
  });

/** Intervals that fall on the same times each day: they divide an hour, or are whole hours that divide a day. */
const Interval = z
  .int()
  .min(1)
  .max(1440)
  .refine((minutes) => (minutes < 60 ? 60 % minutes === 0 : minutes % 60 === 0 && 1440 % minutes === 0), {
    error: 'must divide an hour, or be whole hours that divide a day',
  });

/** How a scheduled job is run. */
const JobSettings = z.strictObject({
  everyMinutes: Interval,
  timeZone: TimeZone,
  /** A start that comes later than this is recorded as missed. */
  graceSeconds: z.int().min(1).max(3600),
  /** Runs at once. */
  mostInstances: z.int().min(1).max(10),
  /** Without, nothing starts by the clock; a person may still trigger the job. */
  enabled: z.boolean(),
});
export type JobSettings = z.infer<typeof JobSettings>;

const SearchSettings = z.discriminatedUnion('engine', [
  z.strictObject({ engine: z.literal('sqlite') }),
  z.strictObject({
    engine: z.literal('opensearch'),
    /** How much smaller vectors are kept than their 4 bytes a dimension; what is smaller finds a little less. */
    compression: z.enum(['1x', '2x', '4x', '8x', '16x', '32x']),
    capacity: z.strictObject({ minIndexing: Ocu, maxIndexing: Ocu, minSearch: Ocu, maxSearch: Ocu }),
  }),
]);

/** Everything that differs between environments. */
export const Settings = z
  .strictObject({
    stage: StageName,
    /** `laptop`: address and data directory become parameters, because they are known only at its start. */
    form: z.enum(['laptop', 'cloud']),
    /** Left out: the account of whoever deploys. */
    account: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
    region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/),
    /** Address that clients use, without a slash at the end; `Location` and `Link` begin with it. */
    publicUrl: z.url().regex(/[^/]$/),
    /** Deletion protection, and data that outlives its stack. */
    protect: z.boolean(),
    logLevel: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']),
    logRetentionDays: z.union([z.literal(7), z.literal(30), z.literal(90)]),
    search: SearchSettings,
    embedder: EmbeddingSettings,
    functions: z.record(FunctionName, FunctionSettings),
    jobs: z.record(JobId, JobSettings),
    /** The customer's case database; left out, there is none, and nothing is made for it. */
    caseSource: CaseSource.optional(),
    knowledge: KnowledgeSettings,
    /** How long numbers from CloudWatch are kept before it is asked again; it is paid by metric. */
    metricsCacheSeconds: z.int().min(0).max(300),
    stream: z.strictObject({
      windowSeconds: z.int().min(0).max(1),
      parallelization: z.int().min(1).max(10),
    }),
    api: z.strictObject({
      requestsPerSecond: z.int().min(1),
      burst: z.int().min(1),
      /** Imports that may be created, by all callers together. */
      importsPerSecond: z.int().min(1),
      /** Requests of one address in five minutes, at the firewall; it takes no fewer than 10. */
      requestsPerAddress: z.int().min(10),
    }),
    identity: z.strictObject({
      /** Prefix of the hosted token endpoint, unique in its region; a laptop serves its own. */
      domainPrefix: z
        .string()
        .regex(/^[a-z0-9-]{3,63}$/)
        .optional(),
      /** Principals whose secret equals their name; only a laptop may have them. */
      demo: z.array(Principal).optional(),
    }),
  })
  .refine(({ form, identity }) => form === 'laptop' || !identity.demo, {
    error: 'demo principals are for a laptop only',
  })
  .refine(({ form, embedder }) => form === 'laptop' || embedder.name !== 'minilm', {
    error: 'minilm runs on a laptop only: its files are not part of the artefact',
  })
  .refine(
    ({ form, caseSource }) => !caseSource || (caseSource.connection.kind === 'local') === (form === 'laptop'),
    { error: 'a laptop follows the case database of its own, the cloud one of the customer' },
  )
  .refine(({ form, identity }) => form === 'laptop' || identity.domainPrefix, {
    error: 'the cloud needs a domain prefix for its token endpoint',
  });
export type Settings = z.infer<typeof Settings>;
