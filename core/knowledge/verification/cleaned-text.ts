import { folded } from './folded.ts';

const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const CONTROL = /(?![\n\t])\p{Cc}/gu;
const COMMENT = /<!--[^]*?(?:-->|$)/g;
/** Elements whose content is not for reading. */
const UNREAD =
  /<(?<tag>script|style|template|noscript|iframe|object|svg|math|title)\b[^>]*>[^]*?(?:<\/\k<tag>\s*>|$)/gi;
const TAG =
  /<\/?(?:a|abbr|address|area|article|aside|audio|b|base|bdi|bdo|blink|blockquote|body|br|button|canvas|caption|center|cite|code|col|dd|del|details|dialog|div|dl|dt|em|embed|fieldset|figure|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|image|img|input|ins|kbd|label|li|link|main|map|mark|marquee|meta|nav|object|ol|option|p|param|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|tt|u|ul|var|video|wbr)(?:[\s/][^<>]*)?>/gi;
/** Any element with attributes, whatever its name. */
const ELEMENT = /<\/?[a-z][\w:-]*[\s/][^<>]*=[^<>]*>/gi;
const IMAGE = /!\[(?<text>[^\]\n]*)\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]\n]*\])/g;
const LINK = /\[(?<text>[^\]\n]+)\]\((?:[^()\n]|\([^()\n]*\))*\)/g;
const DEFINITION = /^[ \t]*\[[^\]\n]+\]:[ \t]*\S.*$/gm;
const AUTOLINK = /<(?:[a-z][a-z0-9+.-]{1,31}:|www\.)[^<>\s]*>/gi;
const BLOCK = /^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|(?:[-*+]|\d{1,2}[.)])[ \t]+|[-*_=]{3,}[ \t]*$)/gm;
const EMPHASIS = /(?<mark>\*\*|__|~~)(?<text>[^*_~\n]+)\k<mark>/g;

/**
 * A text without markup: comments, elements, images and links (their words stay), headings, quotation and list marks,
 * emphasis, invisible and direction characters, on one line. Places like `<bay>` stay; whoever renders it escapes them.
 */
export const cleanedText = (text: string): string =>
  folded(
    text
      .replaceAll(INVISIBLE, '')
      .replaceAll(CONTROL, ' ')
      .replaceAll(COMMENT, ' ')
      .replaceAll(UNREAD, ' ')
      .replaceAll(TAG, ' ')
      .replaceAll(ELEMENT, ' ')
      .replaceAll(IMAGE, ' ')
      .replaceAll(LINK, '$<text>')
      .replaceAll(DEFINITION, ' ')
      .replaceAll(AUTOLINK, ' ')
      .replaceAll(BLOCK, '')
      .replaceAll(EMPHASIS, '$<text>'),
  ).replaceAll(/ (?=[.,;:!?](?: |$))/g, '');
