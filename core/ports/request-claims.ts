/** Names what is done once: a client's key for one route, by one principal of one tenant. */
export type ClaimKey = {
  readonly tenant: string;
  readonly principal: string;
  readonly route: string;
  readonly key: string;
};

/** An answer that can be given again. */
export type KeptAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What a claim is made with; times are milliseconds since 1970. */
export type Claim = {
  readonly claimKey: ClaimKey;
  /** Hash of the request: the same key may not carry another one. */
  readonly request: string;
  /** Names this attempt, so that one that was too slow does not answer for its successor. */
  readonly owner: string;
  readonly now: number;
  /** When the claim of a holder that died is free again. */
  readonly until: number;
};

/** What became of a wish to claim: it is yours, or somebody was here before. */
export type Claimed =
  | { readonly outcome: 'mine' }
  | { readonly outcome: 'running'; readonly request: string }
  | { readonly outcome: 'answered'; readonly request: string; readonly answer: KeptAnswer };

/** Which requests are under way and how they were answered. Every implementation must pass test/contract/request-claims.contract.ts. */
export interface RequestClaims {
  /** Claims a key that nobody holds at `now`, atomically; otherwise tells who does. */
  claim(claim: Claim): Promise<Claimed>;
  /** Keeps the answer until `until` if the claim is still this owner's; tells whether it was. */
  keep(claim: Claim, answer: KeptAnswer, until: number): Promise<boolean>;
  /** Frees the key if the claim is still this owner's. */
  release(claim: Claim): Promise<void>;
}
