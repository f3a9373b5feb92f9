/** Another call has moved the same cursor meanwhile; what was done so far stands, and trying again goes on from there. */
export class VectorisationOvertaken extends Error {
  constructor() {
    super('the vectorization was moved on by another call');
    this.name = 'VectorisationOvertaken';
  }
}
