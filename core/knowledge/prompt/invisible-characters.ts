/**
 * Characters that nobody sees and a model reads all the same: zero-width, direction marks, soft hyphens, fillers, tags
 * and variation selectors, and control characters but line breaks and tabs.
 */
export const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?![\n\t])\p{Cc}/gu;
