/** One action on one resource that a request needs a right for, e.g. `dynamodb:GetItem` on a table's ARN. */
export type Need = { readonly action: string; readonly resource: string };

/** Account and region that ARNs are made for. */
export type ArnPlace = { readonly region: string; readonly accountId: string };
