import type { ReadAloud } from './read-aloud.ts';

const PLAIN: readonly RegExp[] = [
  /\b(?:curl|wget|iwr|irm|invoke-webrequest|invoke-restmethod|fetch|lynx)\b[^\n]{0,300}(?:\|\s*(?:sudo\s+)?(?:ba|z|k|da)?sh\b|\|\s*(?:iex|python\d?|perl|ruby|node|powershell)\b|[;&]{1,2}\s*(?:sh|bash|chmod|\.\/))/u,
  /\b(?:ba|z)?sh\s+(?:-c\s+["'$(]|<\s*\(\s*curl)|\$\(\s*(?:curl|wget)|`\s*(?:curl|wget)/u,
  /\biex\b|invoke-expression|downloadstring|downloadfile|frombase64string|\bmshta\b|\bregsvr32\b|\bcertutil\b[^\n]{0,40}-(?:urlcache|decode)|\bbitsadmin\b|\brundll32\b|\bwmic\b[^\n]{0,40}process call/u,
  /\b(?:powershell|pwsh)(?:\.exe)?\b[^\n]{0,80}\s-(?:e|en|enc|enco\w*|ec|w(?:indowstyle)? hidden|nop\w*|executionpolicy|ep)\b/u,
  /set-executionpolicy|\bbase64\s+(?:-d|--decode)|\beval\s*\(|\bexec\s*\(|os\.system|subprocess\.|\bnc\b[^\n]{0,30}\s-e\b|\/dev\/tcp\/|\bncat\b|\bsocat\b|reverse ?shell|bind ?shell|web ?shell/u,
  /\brm\s+-[a-z]*(?:rf|fr)[a-z]*\s+(?:--no-preserve-root\s+)?(?:\/(?:\s|\*|$)|~|\$home|\*)|\bdd\b[^\n]{0,60}\bof=\/dev\/(?:sd|nvme|hd)|:\(\)\s*\{|\bdel\s+\/[a-z][^\n]{0,20}\\(?:windows|\*)|\bformat\s+c:/u,
  /\bauthorized_keys\b|\bssh-(?:rsa|ed25519)\s+aaaa|\bcrontab\b[^\n]{0,60}(?:curl|wget|http)|schtasks[^\n]{0,60}\/create|\breg(?:\.exe)?\s+add\b[^\n]{0,120}\\run\b|\bnet\s+(?:user|localgroup)\b[^\n]{0,60}\/add/u,
  /\bdocument\.(?:cookie|write|location)|\balert\s*\(|\bxmlhttprequest\b|\bfetch\s*\(\s*["'`]/u,
];
/** Long runs of base64: letters of both cases and digits, unlike checksums, which are hexadecimal. */
const BLOB =
  /(?<![\w/+-])(?=[A-Za-z0-9+/_-]{0,200}[A-Z])(?=[A-Za-z0-9+/_-]{0,200}[a-z])(?=[A-Za-z0-9+/_-]{0,200}\d)[A-Za-z0-9+/]{40,}={0,2}(?![\w/+-])|(?<![\w/+])[A-Za-z0-9+/]{22,}={1,2}(?![\w=])/u;
const ESCAPED = /(?:\\x[0-9a-f]{2}){4,}|(?:\\u[0-9a-f]{4}){3,}|(?:%[0-9a-f]{2}){4,}/iu;

/** Whether a text makes a machine run what comes from elsewhere, wipes it, or carries code that nobody can read. */
export const runsCode = (text: string, { plain }: ReadAloud): boolean =>
  PLAIN.some((sign) => sign.test(plain)) || BLOB.test(text) || ESCAPED.test(text);
