/** Characters of a token in texts of support: names, codes and paths make more tokens than prose, which has 4 to 5. */
const CHARACTERS_A_TOKEN = 3.5;
const BEYOND_ASCII = /[^\p{ASCII}]/gu;

/**
 * About how many tokens a text is to a model: one for each 3.5 characters of ASCII, one for each other character. Each
 * model counts in its own way; this is for estimates and limits, what is charged is what the service counted.
 */
export const tokensOf = (text: string): number => {
  const beyond = text.match(BEYOND_ASCII)?.length ?? 0;
  return Math.ceil((text.length - beyond) / CHARACTERS_A_TOKEN) + beyond;
};
