/** What came of one message of a rebuild, for the log. */
export type RebuildEvent =
  | { readonly event: 'ignored' }
  | { readonly event: 'walked'; readonly generation: number; readonly passages: number }
  | {
      readonly event: 'round_began';
      readonly generation: number;
      readonly round: number;
      readonly stale: number;
    }
  | { readonly event: 'switched' | 'not_clean' | 'dropped'; readonly generation: number };
