/** The case database did not answer several times and is not asked for a while; the next run asks again. */
export class CaseDatabaseOut extends Error {
  constructor(cause: unknown) {
    super('the case database does not answer; it is not asked for a minute, the next run tries again', {
      cause,
    });
    this.name = 'CaseDatabaseOut';
  }
}
