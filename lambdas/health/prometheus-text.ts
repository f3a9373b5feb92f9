/** One value of a family; its labels single it out. */
export type Sample = { readonly labels?: Readonly<Record<string, string>>; readonly value: number };

/** One metric of Prometheus with all its values. */
export type MetricFamily = {
  readonly name: string;
  readonly help: string;
  readonly type: 'gauge' | 'counter';
  readonly samples: readonly Sample[];
};

/** The media type of the text format, version 0.0.4. */
export const PROMETHEUS_TEXT = 'text/plain; version=0.0.4; charset=utf-8';

const inHelp = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');

const inLabel = (text: string): string => inHelp(text).replaceAll('"', '\\"');

const labelled = (labels: Readonly<Record<string, string>> = {}): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${inLabel(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
};

/** Writes families in Prometheus's text format 0.0.4; a family without values is left out. */
export const prometheusText = (families: readonly MetricFamily[]): string =>
  families
    .filter(({ samples }) => samples.length > 0)
    .flatMap(({ name, help, type, samples }) => [
      `# HELP ${name} ${inHelp(help)}`,
      `# TYPE ${name} ${type}`,
      ...samples.map(({ labels, value }) => `${name}${labelled(labels)} ${value}`),
    ])
    .map((line) => `${line}\n`)
    .join('');
