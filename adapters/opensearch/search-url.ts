import * as z from 'zod';

const Settings = z.strictObject({
  /** Whose signature requests carry: of OpenSearch Serverless, of a managed domain, or none. */
  signing: z.enum(['aoss', 'es', 'none']).default('none'),
  region: z.string().optional(),
  /** How much smaller vectors are kept; NextGen collections take 32x when nobody says. */
  compression: z.enum(['1x', '2x', '4x', '8x', '16x', '32x']).default('1x'),
  /** Who refuses an older version: the engine, or, where it cannot, a reading before each write. */
  versions: z.enum(['external', 'read']).default('external'),
  /** Only a cluster takes it; a collection refuses a mapping that names an engine. */
  engine: z.enum(['lucene', 'faiss']).optional(),
});

/** An OpenSearch and how it is spoken to. */
export type SearchUrl = z.infer<typeof Settings> & { readonly node: URL };

/**
 * Reads the setting SEARCH_URL of an OpenSearch: its address, and in the query string what no address tells, e.g.
 * `https://abc.aoss.eu-west-1.on.aws/?signing=aoss&region=eu-west-1&compression=2x`.
 */
export const readSearchUrl = (text: string): SearchUrl => {
  const url = new URL(text);
  const settings = Settings.parse(Object.fromEntries(url.searchParams));
  if (settings.signing !== 'none' && settings.region === undefined)
    throw new Error('SEARCH_URL asks for signed requests and names no region');
  return { ...settings, node: new URL(url.pathname, url.origin) };
};
