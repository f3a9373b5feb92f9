import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { readAssembly } from '../assembly/read-assembly.ts';
import { resolveAssembly } from '../assembly/resolve-assembly.ts';
import { createMetricStore } from '../cloudwatch/create-metric-store.ts';
import { serveCloudwatch } from '../cloudwatch/serve-cloudwatch.ts';
import { watchQueues } from '../cloudwatch/watch-queues.ts';
import { createChance } from '../event-sources/chance.ts';
import { createMappings, type Mappings } from '../event-sources/create-mappings.ts';
import { createEventBus } from '../events/create-event-bus.ts';
import { createFunctionHost } from '../functions/create-function-host.ts';
import { createGateway } from '../gateway/create-gateway.ts';
import { sendAnswer } from '../gateway/send-answer.ts';
import { createIam, type Iam } from '../iam/create-iam.ts';
import { startFronts } from '../iam/start-fronts.ts';
import { createIssuer } from '../issuer/create-issuer.ts';
import { serveLambda } from '../lambda/serve-lambda.ts';
import type { LocalContext } from '../local-context.ts';
import { NOT_EMULATED } from '../not-emulated.ts';
import type { Running } from '../resource-type.ts';
import { resourceTypes } from '../resources.ts';
import { createS3Front } from '../s3-front/create-s3-front.ts';
import { StartRefusal } from '../start-refusal.ts';
import { createStepFunctions } from '../step-functions/create-step-functions.ts';
import { serveStepFunctions } from '../step-functions/serve-step-functions.ts';
import { createSampling } from '../tracing/create-sampling.ts';
import type { HostSettings } from './host-settings.ts';
import { openPublicPort } from './open-public-port.ts';
import { startLayers } from './start-layers.ts';

/** Path of the public address under which S3 is served. */
const S3_PATH = '/_s3';

const now = () => new Date();

const log: LocalContext['log'] = (subject, line) => console.log(`  ${subject}: ${line}`);

/** The assembly, running; who holds it may look into its roles, call its functions and talk to its services as they do. */
export type Host = Running &
  Pick<LocalContext, 'invoke' | 'functionEndpoints'> & { readonly iam: Iam; readonly mappings: Mappings };

/** Runs the assembly against the emulators; resolves when its API answers. */
export const startHost = async (settings: HostSettings): Promise<Host> => {
  const assembly = await readAssembly(settings.assemblyDirectory);
  const metrics = createMetricStore();
  const measure = metrics.put;
  const sampling = createSampling(createChance(settings.seed));
  const sampled = sampling.decide;
  const iam = createIam({ accountId: settings.accountId, services: settings.credentials, log });
  const cloudwatch = await serveCloudwatch({
    store: metrics,
    knows: (accessKeyId) => iam.callerOf(accessKeyId) !== undefined,
    newId: randomUUID,
    log,
  });
  const queues = watchQueues({ sqsEndpoint: settings.emulators.sqs, measure, now, log });
  const functions = createFunctionHost({
    dataDirectory: settings.dataDirectory,
    now,
    newId: randomUUID,
    measure,
    sampled,
  });
  const stepFunctions = createStepFunctions({
    directory: join(settings.dataDirectory, 'executions'),
    invoke: functions.invoke,
    now,
    log,
  });
  const states = await serveStepFunctions({ stepFunctions, newId: randomUUID, log });
  const mappings = createMappings({ dataDirectory: settings.dataDirectory, log });
  const lambda = await serveLambda({ ...settings, mappings, iam, now, log });
  const bus = createEventBus({ log });
  const fronts = await startFronts({
    ...settings,
    services: { ...settings.emulators, cloudwatch: cloudwatch.endpoint, sfn: states.endpoint },
    iam,
    now,
  });
  // An address by number makes the SDK put the bucket into the path, not into the host name.
  const s3 = `http://127.0.0.1:${settings.port}${S3_PATH}`;
  const context: LocalContext = {
    dataDirectory: settings.dataDirectory,
    publicUrl: `http://localhost:${settings.port}`,
    region: settings.region,
    accountId: settings.accountId,
    credentials: settings.credentials,
    endpoints: { ...settings.emulators, s3 },
    functionEndpoints: { ...fronts.endpoints, s3, lambda: lambda.endpoint },
    assetPath: (objectKey) => {
      const path = assembly.assets.get(objectKey);
      if (path === undefined) throw new StartRefusal(`The assembly has no asset ${objectKey}.`);
      return path;
    },
    invoke: functions.invoke,
    measure,
    publish: async (event) => bus.publish(event),
    seed: settings.seed,
    now,
    log,
  };
  const gateway = createGateway({ ...context, newId: randomUUID, sampled });
  const issuer = createIssuer({ ...context, newId: randomUUID });
  const s3Front = createS3Front({ context, iam, emulatorEndpoint: settings.emulators.s3 });

  const layers = resolveAssembly({
    assembly,
    resourceTypes: resourceTypes({
      functions,
      gateway,
      issuer,
      bus,
      iam,
      mappings,
      s3Front,
      sampling,
      stepFunctions,
      schedules: settings.schedules ?? true,
    }),
    notEmulated: NOT_EMULATED,
    context,
    parameters: {
      PublicUrl: context.publicUrl,
      SearchUrl: settings.searchUrl,
      CaseDatabaseUrl: settings.caseDatabase,
    },
  });

  const server = await openPublicPort(
    settings.port,
    async (request, response) => {
      const path = request.url?.split('?', 1)[0] ?? '/';
      if (path.startsWith(`${S3_PATH}/`)) await s3Front.handle(request, response);
      else if (issuer.owns(path)) sendAnswer(response, await issuer.answer(request));
      else await gateway.handle(request, response);
    },
    log,
  );
  const resources = await startLayers(layers, context);
  const uploads = await s3Front.start();

  return {
    iam,
    mappings,
    invoke: context.invoke,
    functionEndpoints: context.functionEndpoints,
    stop: async () => {
      await uploads.stop();
      await resources.stop();
      await fronts.stop();
      await lambda.stop();
      await server.stop();
      await queues.stop();
      await cloudwatch.stop();
      await states.stop();
    },
  };
};
