/** The mapping of a case database names tables or columns that are not there; trying again does not help. */
export class SourceMappingFault extends Error {
  readonly missing: readonly string[];

  constructor(missing: readonly string[]) {
    super(`the case database has no ${missing.join(', no ')}: correct its mapping`);
    this.name = 'SourceMappingFault';
    this.missing = missing;
  }
}
