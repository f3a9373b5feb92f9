/** Slices of 40 tenants in one run. An execution of Step Functions may have 25,000 events; a tenant makes about 9 of them. */
export const MOST_SLICES = 25;

/** Pages of 25 patterns in one run; a page makes about 60 events, where a model writes. */
export const MOST_PAGES = 200;
