import { LOADER } from './connect.ts';

/** What to try first: commands that can be pasted into a shell as they are. */
export const hints = (url: string): readonly string[] => [
  '',
  `The API is at ${url}/api/v1 (Ctrl-C stops everything). In another terminal, get a token:`,
  '',
  `  TOKEN=$(curl -s ${url}/oauth2/token -d grant_type=client_credentials -d client_id=${LOADER} -d client_secret=${LOADER} | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
  '',
  'and search:',
  '',
  `  curl -s ${url}/api/v1/search/hybrid -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' -d '{"query":"server gets too hot and slows down","limit":3}'`,
  '',
];
