/** Another call has moved the same cursor meanwhile; what was done so far stands, and trying again goes on from there. */
export class SyncOvertaken extends Error {
  constructor(tenant: string) {
    super(`the case sync of ${tenant} was moved on by another call`);
    this.name = 'SyncOvertaken';
  }
}
