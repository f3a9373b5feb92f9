/** What an instance of a function knows of itself. */
export interface Instance {
  readonly stage: string;
  /** The runtime and its version, e.g. `node v24.21.0`. */
  readonly runtime: string;
  memoryMegabytes(): number;
  uptimeSeconds(): number;
}
