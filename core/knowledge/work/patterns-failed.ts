/** Some patterns of a page could not be looked at; the others were. Trying again takes up these alone. */
export class PatternsFailed extends Error {
  constructor(count: number, cause: unknown) {
    super(`a step failed for ${count} patterns`, { cause });
    this.name = 'PatternsFailed';
  }
}
