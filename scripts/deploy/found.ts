import type { WorkerName } from '../../development/workers.ts';

/** The ids of databases by their names. */
export type DatabaseIds = Readonly<Record<string, string>>;

/** What is deployed of a Worker. */
export type Deployed = {
  /** The tag that this command gave the version in use; null where somebody else deployed it. */
  readonly tag: string | null;
  /** The origin that it makes identifiers from; null where it knows none. */
  readonly origin: string | null;
  /** Over how many databases PUBLIC is spread for it; 0 where it binds none. */
  readonly publicDatabases: number;
};

/** What is there on the account. */
export type Found = {
  readonly databases: DatabaseIds;
  readonly queues: readonly string[];
  /** The names of the secrets that each Worker has; none where there is no such Worker. */
  readonly secrets: Readonly<Partial<Record<WorkerName, readonly string[]>>>;
  readonly deployed: Readonly<Partial<Record<WorkerName, Deployed>>>;
  /** True where private keys lie sealed in a database: none but their own secret opens them. */
  readonly hasSealedKeys: boolean;
  /** The highest number of a database that the directory has an issuer in; 1 where it is empty, or not there. */
  readonly directoryUpTo: number;
};

export const NOTHING_FOUND: Found = {
  databases: {},
  queues: [],
  secrets: {},
  deployed: {},
  hasSealedKeys: false,
  directoryUpTo: 1,
};
