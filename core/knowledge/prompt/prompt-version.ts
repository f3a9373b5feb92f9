/** Version of what models are asked: the prompts, the form of the answer, and how evidence is cut and marked. Raise it with each change. */
export const PROMPT_VERSION = '1';
