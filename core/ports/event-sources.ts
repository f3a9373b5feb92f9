/** What calls functions: the mappings of queues and streams to them. */
export interface EventSources {
  /** Lets a mapping go on, or pauses it: its messages and changes wait where they are. Twice does no harm. */
  set(mapping: string, enabled: boolean): Promise<void>;
}
