/** Version of the rules by which extracts are written; raised with every change of what they write. */
export const RULES_VERSION = 'rules-1';
