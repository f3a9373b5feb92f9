import type { ReadAloud } from './read-aloud.ts';

const SECRET = String.raw`(?:pass ?words?|passwords|passphrases?|passcodes?|credentials?|pins?|pin codes?|secrets?|secret keys?|api[ -]?keys?|access keys?|(?:access|auth|security|session) tokens?|private keys?|2fa|mfa codes?|otp|one[ -]time (?:code|password)s?|credit ?cards?|card (?:number|detail)s?|cvv|bank (?:account|detail)s?|account numbers?|social security|ssn|seed phrases?|wallets?|recovery (?:key|code|phrase)s?|passwort|passworter|kennwort|zugangsdaten|mot de passe|contrasena|parola d'ordine|senha)`;
const HAND_OVER = String.raw`(?:sends?|share|give|posts?|tell|(?:e-?)?mail|forward|reply|disclose|submit|hand|text|upload|read out|report|transmit|schicken?|senden?|teilen?|mitteilen|envoye[rz]|envi[ae]r?|invia)`;
/** Verbs that take a reader somewhere. */
const GO = String.raw`(?:visit|go to|goto|open|browse(?: to)?|navigate to|click|tap|follow|download(?:ed|ing)?|get (?:it|them|the \w+) (?:from|at)|grab|fetch(?:ed)?|see|check out|log ?in (?:at|on|to)|sign (?:in|up)(?: at| on| to)?|register (?:at|on)|enter (?:it|them|\w+) (?:at|on)|upload(?:ed)? (?:\w+ ){0,4}to|send (?:\w+ ){0,5}to|post (?:\w+ ){0,5}to|report (?:\w+ ){0,3}(?:at|to)|install(?:ed)? (?:\w+ ){0,5}from|besuche\w*|offne\w*|lade\w*|visite[rz]?|ouvr\w+|telecharg\w+|visita|abra|descarg\w+|scarica)`;
const HOST = String.raw`(?:[\p{L}\p{N}-]{1,63}\.){1,6}(?:com|net|org|io|co|info|biz|app|dev|cloud|online|site|shop|store|xyz|top|club|link|click|live|me|tv|ru|cn|de|fr|uk|eu|us|example|test|zip|mov|ly|gg|to|tk)`;
/** Places inside: private addresses, this machine, names without a public ending. */
const INSIDE =
  /^(?:https?:\/\/)?(?:localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|\[?(?:fe80|f[cd])|[\p{L}\p{N}-]+(?=[:/]|$)|[^/:]*\.(?:local|lan|internal|intranet|home\.arpa)(?=[:/]|$))/u;
const ADDRESS =
  /(?:https?|ftps?|sftp|smb|wss?|ldaps?|hxxps?|tftp):\/{1,2}(?<host>[^\s<>"'`)\]]+)|www\.[^\s<>"'`)\]]+|\\\\(?:[\p{L}\p{N}-]+\.){1,6}[a-z]{2,}\\/giu;

const PATTERNS: readonly RegExp[] = [
  new RegExp(`${HAND_OVER}\\b[^.!?\\n]{0,60}?\\b${SECRET}\\b`, 'u'),
  new RegExp(
    `\\b${SECRET}\\b[^.!?\\n]{0,40}?\\b(?:to|an|a|at) (?:us|me|our|my|the (?:sender|author|following)|support|uns|\\S+@)`,
    'u',
  ),
  new RegExp(
    `(?:type|enter|put|provide|confirm|verify|fill in|eingeben|geben)\\b[^.!?\\n]{0,40}?\\b${SECRET}\\b[^.!?\\n]{0,40}?\\b(?:in the form|on the page|on (?:this|our) (?:site|page|portal)|in (?:your|the) (?:reply|answer|ticket|comment|chat)|here|below)`,
    'u',
  ),
  /\b(?:pay|paying|transfer|wire|remit|donate|deposit|uberweise\w*|bezahle\w*|paye[rz]|paga\w*)\b[^.!?\n]{0,50}(?:\$|€|£|usd|eur|btc|bitcoins?|crypto|gift ?cards?|money|fee|account|wallet|invoice|dollars?|euros?)|\b(?:bitcoins?|gift ?cards?|western union|paypal\.?me|crypto ?wallet)\b/u,
  /\b(?:buy|purchase|order|subscribe to|upgrade to|switch to|get|try|choose|recommend(?:ed|s)?|kaufen?|achete[rz]|compra\w*)\b[^.!?\n]{0,60}(?:\d{1,2} ?% (?:off|discount|cheaper)|discount|promo(?:tion)?(?: code|code)?|coupon|voucher|free trial|best (?:price|deal|product|choice)|limited offer|special offer|rabatt|gutschein)|\b(?:promo|coupon|discount|voucher) ?codes?\b|\bsponsored\b|\b(?:number one|no\.? ?1|world'?s best|market leader|best[- ]in[- ]class|unbeatable|money[- ]back|as seen on)\b/u,
  new RegExp(`(?<![\\p{L}])${GO}\\b[^.!?\\n]{0,40}?(?<![\\p{L}\\p{N}@.-])${HOST}(?![\\p{L}\\p{N}-])`, 'u'),
  new RegExp(`(?<![\\p{L}\\p{N}@.-])${HOST}\\/[^\\s]{1,200}`, 'u'),
  /\b(?:call|ring|dial|phone|text|whatsapp|rufen? sie|anrufen|appele[rz]|llam[ae]\w*)\b[^.!?\n]{0,40}(?:\+\s?\d|\b0\d{2,}|\b1?[ -]?\(?\d{3}\)?[ -]\d{3})/u,
];

/** Whether a text hands over secrets or money, promotes, or leads to an address or number outside. */
export const leadsAway = ({ plain }: ReadAloud): boolean =>
  Array.from(plain.matchAll(ADDRESS)).some(
    ({ 0: address, groups }) => !INSIDE.test(groups?.['host'] ?? address),
  ) || PATTERNS.some((sign) => sign.test(plain));
