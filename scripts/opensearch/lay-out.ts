import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const VERSION = '2.19.1';
/** The server asks for the security manager, which Java 24 no longer has. */
const [OLDEST_JAVA, FIRST_JAVA_TOO_NEW] = [17, 24];
const JAVA_VERSION = /version "(\d+)/;
/** The downloads are 82 MB. */
const LAYOUT_MILLIS = 600_000;

/** The test distribution has these modules as bare jars; the server takes them with a description beside. */
const MODULES = [
  { name: 'lang-painless', classname: 'org.opensearch.painless.PainlessPlugin', extended: '' },
  {
    name: 'analysis-common',
    classname: 'org.opensearch.analysis.common.CommonAnalysisPlugin',
    extended: 'lang-painless',
  },
] as const;

/** Painless compiles its scripts to classes of its own. */
const PAINLESS_POLICY = `grant {
  permission java.lang.RuntimePermission "createClassLoader";
  permission java.lang.RuntimePermission "getClassLoader";
};
`;

/** What is missing on this machine to run OpenSearch, in words; undefined when nothing is. */
export const missingForOpenSearch = (): string | undefined => {
  const [java, maven] = [spawnSync('java', ['-version']), spawnSync('mvn', ['-version'])];
  if (java.error || java.status !== 0) return 'Java 17 is missing';
  const version = Number(JAVA_VERSION.exec(String(java.stderr))?.[1]);
  if (!(version >= OLDEST_JAVA && version < FIRST_JAVA_TOO_NEW)) return `Java 17 is needed, not ${version}`;
  return maven.error || maven.status !== 0 ? 'Maven (mvn) is missing' : undefined;
};

const describeModules = (home: string): void => {
  for (const { name, classname, extended } of MODULES) {
    const description = {
      name,
      description: name,
      version: VERSION,
      'opensearch.version': VERSION,
      'java.version': '11',
      classname,
      'extended.plugins': extended,
      'custom.foldername': '',
      'has.native.controller': 'false',
    };
    const lines = Object.entries(description).map(([key, value]) => `${key}=${value}\n`);
    writeFileSync(join(home, 'modules', name, 'plugin-descriptor.properties'), lines.join(''));
  }
  writeFileSync(join(home, 'modules/lang-painless/plugin-security.policy'), PAINLESS_POLICY);
};

/** Lays OpenSearch with k-NN out below a directory, from Maven Central, once; answers its home. */
export const layOutOpenSearch = (directory: string): string => {
  const whole = join(directory, VERSION);
  if (!existsSync(whole)) {
    // Beside, then renamed: a run that was interrupted leaves nothing that looks whole.
    const part = join(directory, `part-${process.pid}`);
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true });
    const pom = join(import.meta.dirname, 'pom.xml');
    execFileSync('mvn', ['-q', '-B', '-ntp', '-f', pom, `-Dhome=${part}`, 'package'], {
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: LAYOUT_MILLIS,
    });
    describeModules(join(part, `opensearch-${VERSION}`));
    renameSync(part, whole);
  }
  return join(whole, `opensearch-${VERSION}`);
};
