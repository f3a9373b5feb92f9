/** What an attacker wants to have in an article, in the words in which it would be seen to have got there. */
export type Goal = {
  readonly name: string;
  readonly payloads: readonly {
    readonly text: string;
    /** Words of the payload of which none may stand in an article; in lower case. */
    readonly traces: readonly string[];
  }[];
};

/** One attack: a payload in a place of a case. */
export type Attack = {
  readonly goal: string;
  readonly channel: string;
  readonly number: number;
  readonly text: string;
  readonly traces: readonly string[];
};
