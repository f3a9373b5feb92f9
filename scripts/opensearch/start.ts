import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { layOutOpenSearch } from './lay-out.ts';

/** OpenSearch refuses to run as root, so it then runs as `nobody`. */
const NOBODY = 65_534;
const START_MILLIS = 120_000;
const STOP_MILLIS = 10_000;
const LOOK_EVERY_MILLIS = 50;
/** Characters of its log that are kept, to tell why it ended. */
const LOG_TAIL = 20_000;

const JVM = [
  '-Xms384m',
  '-Xmx384m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Djava.security.manager=allow',
  '-Dfile.encoding=UTF-8',
  '-Djava.awt.headless=true',
  '-Djava.locale.providers=SPI,CLDR',
  '-Djna.nosys=true',
  '-Dlog4j2.disable.jmx=true',
  '-Dlog4j.shutdownHookEnabled=false',
  '-Dio.netty.noUnsafe=true',
  '-Dio.netty.noKeySetOptimization=true',
  '-Dio.netty.recycler.maxCapacityPerThread=0',
  '-Dopensearch.distribution.type=zip',
  '-Dopensearch.bundled_jdk=false',
];

const LOGGING = `status = error
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] %m%n
rootLogger.level = info
rootLogger.appenderRef.console.ref = console
`;

const configuration = (directory: string, port: number): string => `cluster.name: caselore-tests
node.name: one
path.data: ${join(directory, 'data')}
path.logs: ${join(directory, 'logs')}
network.host: 127.0.0.1
http.port: ${port}
transport.port: 0
discovery.type: single-node
node.portsfile: true
node.processors: 1
cluster.routing.allocation.disk.threshold_enabled: false
action.auto_create_index: false
`;

/** A running OpenSearch; `exited` ends with it. */
export type RunningOpenSearch = {
  readonly url: string;
  readonly exited: Promise<unknown>;
  readonly stop: () => Promise<void>;
};

type StartSettings = {
  /** Where the server is laid out, once. */
  readonly layout: string;
  /** 0 for any free one. */
  readonly port?: number;
};

const makeDirectory = (port: number): string => {
  const directory = mkdtempSync(join(tmpdir(), 'caselore-opensearch-'));
  for (const part of ['conf', 'data', 'logs', 'tmp']) mkdirSync(join(directory, part));
  writeFileSync(join(directory, 'conf/opensearch.yml'), configuration(directory, port));
  writeFileSync(join(directory, 'conf/log4j2.properties'), LOGGING);
  writeFileSync(join(directory, 'conf/jvm.options'), '');
  if (process.getuid?.() === 0) {
    for (const path of ['', ...readdirSync(directory, { recursive: true, encoding: 'utf8' })])
      chownSync(join(directory, path), NOBODY, NOBODY);
  }
  chmodSync(directory, 0o755);
  return directory;
};

const spawnServer = (home: string, directory: string): ChildProcess => {
  const jars = readdirSync(join(home, 'lib')).filter((file) => file.endsWith('.jar'));
  const classpath = jars.map((file) => join(home, 'lib', file)).join(delimiter);
  const own = [
    `-Djava.io.tmpdir=${join(directory, 'tmp')}`,
    `-Dopensearch.path.home=${home}`,
    `-Dopensearch.path.conf=${join(directory, 'conf')}`,
  ];
  return spawn('java', [...JVM, ...own, '-cp', classpath, 'org.opensearch.bootstrap.OpenSearch'], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(process.getuid?.() === 0 && { uid: NOBODY, gid: NOBODY }),
  });
};

/** Ends the server and its folder when this process ends, however it ends: the pipe between them closes. */
const watchOver = (server: ChildProcess, directory: string): ChildProcess => {
  const script = 'cat >/dev/null; kill -9 "$0" 2>/dev/null; sleep 1; rm -rf "$1"';
  const watcher = spawn('sh', ['-c', script, String(server.pid), directory], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watcher.unref();
  return watcher;
};

const hasExited = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

const addressOf = async (server: ChildProcess, directory: string, logTail: () => string): Promise<string> => {
  const ports = join(directory, 'logs/http.ports');
  const giveUpAt = performance.now() + START_MILLIS;
  while (!existsSync(ports)) {
    if (hasExited(server)) throw new Error(`OpenSearch ended while it started:\n${logTail()}`);
    if (performance.now() > giveUpAt) throw new Error(`OpenSearch does not start:\n${logTail()}`);
    await wait(LOOK_EVERY_MILLIS);
  }
  const address = readFileSync(ports, 'utf8')
    .split('\n')
    .find((line) => line.startsWith('127.0.0.1:'));
  return `http://${address}`;
};

/**
 * The native library of faiss, the default engine, is on no registry, and a node that looks for it dies. With this no
 * native graph is ever built: vectors are compared exactly, in Java, and the product's mapping is taken as it is.
 */
const forbidNativeGraphs = async (url: string): Promise<void> => {
  const response = await fetch(`${url}/_index_template/no-native-graph`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      index_patterns: ['*'],
      priority: 0,
      template: { settings: { 'index.knn.advanced.approximate_threshold': -1 } },
    }),
    signal: AbortSignal.timeout(START_MILLIS),
  });
  if (!response.ok)
    throw new Error(`OpenSearch takes no template: ${response.status} ${await response.text()}`);
};

/** Starts a real OpenSearch with k-NN on this machine, empty, in a folder that goes when it stops. */
export const startOpenSearch = async ({ layout, port = 0 }: StartSettings): Promise<RunningOpenSearch> => {
  const home = layOutOpenSearch(layout);
  const directory = makeDirectory(port);
  const server = spawnServer(home, directory);
  const exited = once(server, 'exit');
  const watcher = watchOver(server, directory);
  let log = '';
  const keep = (chunk: unknown): void => {
    log = `${log}${String(chunk)}`.slice(-LOG_TAIL);
  };
  server.stdout?.on('data', keep);
  server.stderr?.on('data', keep);

  const stop = async (): Promise<void> => {
    if (!hasExited(server)) {
      server.kill('SIGTERM');
      await Promise.race([exited, wait(STOP_MILLIS, undefined, { ref: false })]);
      server.kill('SIGKILL');
      await exited;
    }
    watcher.kill('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    const url = await addressOf(server, directory, () => log);
    await forbidNativeGraphs(url);
    return { url, exited, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
