/** What a sentence of a solution tells, in the order in which a solution is told. */
export const ROLES = ['diagnosis', 'cause', 'fix', 'verification'] as const;
export type Role = (typeof ROLES)[number];

/** How much speaks for each role; only differences mean anything. */
export type Votes = Readonly<Record<Role, number>>;

/** The sum of votes. */
export const sumOfVotes = (all: readonly Votes[]): Votes => ({
  diagnosis: all.reduce((sum, { diagnosis }) => sum + diagnosis, 0),
  cause: all.reduce((sum, { cause }) => sum + cause, 0),
  fix: all.reduce((sum, { fix }) => sum + fix, 0),
  verification: all.reduce((sum, { verification }) => sum + verification, 0),
});
