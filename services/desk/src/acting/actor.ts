import type { TokenScope } from '@laurel/core/issuer';

/** Somebody who acts for an issuer: a member who is signed in, or a token in the name of one. */
export type Actor = {
  /** The issuer's slug. */
  readonly issuer: string;
  readonly accountId: string;
  /** What they may do: a member by their grants, a token by its scopes and its maker's grants. */
  readonly scopes: ReadonlySet<TokenScope>;
  /**
   * The achievements that they may award, by their slugs, where their training lets them; of lists, slips and
   * batches they then see their own. Absent for everybody else.
   */
  readonly only?: readonly string[];
};
