/** What an organizer compares before saying that an account is the person they mean. */
export type AccountToCompare = {
  readonly accountId: string;
  readonly username: string;
  /** A wiki's database name, such as `hawiki`; null where Wikimedia does not tell. */
  readonly homeWiki: string | null;
  /** ISO 8601, UTC; null where Wikimedia does not tell. */
  readonly registration: string | null;
};

/** Why a row is not simply ready. Each has a sentence of its own in `i18n`. */
export const DOUBTS = [
  'written_otherwise',
  'mixed_scripts',
  'taken_from_link',
  'listed_twice',
  'already_awarded',
  'yourself',
] as const;
export type Doubt = (typeof DOUBTS)[number];

/** What a look at Wikimedia's directory told of one row of a sheet. */
export type PersonFinding =
  | { readonly found: true; readonly account: AccountToCompare; readonly doubts: readonly Doubt[] }
  | {
      readonly found: false;
      readonly why: 'empty' | 'invalid' | 'email' | 'temporary' | 'formula' | 'missing' | 'locked';
      /** For its author, in English; empty where `why` says it all. */
      readonly detail: string;
      /** Accounts with names like it, nearest first. */
      readonly near: readonly AccountToCompare[];
    };
