/** Records as the upload that they would be: JSON Lines. */
export const uploadText = (records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');
