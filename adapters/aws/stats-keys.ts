const DAY_SECONDS = 24 * 60 * 60;
const KEEP_DAYS = 92;
const REMEMBER_DAYS = 3;

/** When a row may go, in seconds since 1970. */
const after = (days: number) => (from: Date) => Math.floor(from.getTime() / 1000) + days * DAY_SECONDS;

/** Statistics and feedback are kept for 92 days. */
export const keptUntil = after(KEEP_DAYS);
/** The subscription of a log tries again for a day; an event that was counted is remembered for three. */
export const rememberedUntil = after(REMEMBER_DAYS);

/** Rows of a tenant's hours: `hour#YYYY-MM-DDTHH` and, changed by other writers, `clicks#YYYY-MM-DDTHH`. */
export const hourKey = (tenant: string, hour: string) => ({ pk: tenant, sk: `hour#${hour}` });
export const clicksKey = (tenant: string, hour: string) => ({ pk: tenant, sk: `clicks#${hour}` });
/** That a search was counted, or clicked. */
export const countedKey = (tenant: string, eventId: string) => ({ pk: `${tenant}#counted`, sk: eventId });
export const clickedKey = (tenant: string, eventId: string) => ({ pk: `${tenant}#clicked`, sk: eventId });

/** The key condition for a tenant's rows of one kind from one hour to another, both included. */
export const hoursBetween = (tenant: string, kind: 'hour' | 'clicks', from: string, to: string) => ({
  KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
  ExpressionAttributeValues: { ':pk': tenant, ':from': `${kind}#${from}`, ':to': `${kind}#${to}` },
});
