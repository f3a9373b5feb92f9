/** What drafts may cost where nobody says otherwise, in millionths of a US dollar. */
export type BudgetLimits = {
  /** A tenant in a month. */
  readonly monthly: number;
  /** A run of the job, over all tenants. */
  readonly run: number;
};
