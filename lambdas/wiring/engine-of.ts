/** The engine behind a setting SEARCH_URL, by its scheme, for those who tell of it without opening it. */
export const engineOf = (url: string): string => (url.startsWith('sqlite:') ? 'sqlite' : 'opensearch');
