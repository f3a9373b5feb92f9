import { cleanedText } from './cleaned-text.ts';
import { folded } from './folded.ts';

/** Addresses that carry code or data. */
const SCHEME =
  /(?<!\p{L})(?:(?:j\s?a\s?v\s?a|vb)\s?script\s*:|(?:file|blob)\s?:\/|data\s?:\s?[a-z]{2,20}\/[a-z])/iu;
const HANDLER = /\bon[a-z]{3,20}\s*=\s*["'`]?[a-z_$]/iu;
/** `&#105;`, `&#x69;`, `&lt;`. */
const ENTITY = /&(?:#\d{2,7}|#x[0-9a-f]{2,6}|lt|gt|quot|apos|nbsp|amp);/iu;
const TEMPLATE = /\{\{[^{}]*\}\}|\$\{[^{}]*\}|<%[^%]*%>|\{%[^%]*%\}/u;
/** Ends of lists and objects as in an answer by schema, and the names of its fields. */
const BROKEN_OUT =
  /["'\]}]\s*[\]}]\s*[,\]}]|[\]}]\s*,\s*\{\s*["']|["'](?:section|statements?|case_?ids?|sources?|quotes?|title|summary|tags|text|content|role|claims?|confidence|draft)["']\s*:/iu;
const FENCE = /```|~~~|"""|'''/u;
/** An open bracket of an element that never closes. */
const OPEN =
  /<\/?(?:script|img|iframe|svg|a|style|object|embed|form|input|link|meta|base|video|audio|body|html)\b/iu;

/** Whether a text holds markup or parts of a format that cleaning does not take out. */
export const isMarkup = (text: string): boolean =>
  [SCHEME, HANDLER, ENTITY, TEMPLATE, BROKEN_OUT, FENCE, OPEN].some((sign) => sign.test(text));

/** Whether a text would be another one after cleaning, but for marks of lists and emphasis. */
export const holdsMarkup = (text: string): boolean =>
  isMarkup(text) || bare(cleanedText(text)) !== bare(folded(text));

const bare = (text: string): string => text.replaceAll(/^(?:[-*+>]|\d{1,2}[.)]) |[*_~\s]/g, '');
