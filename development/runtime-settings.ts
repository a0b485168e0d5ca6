import type { Between } from './between.ts';
import type { KeptPoint } from './counters/point.ts';
import type { WorkerName } from './workers.ts';

/** What differs between one running Laurel and another. */
export type RuntimeSettings = {
  /** Where the Workers were built. */
  readonly bundles: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Public base URL; by default the local address. */
  readonly origin?: string;
  /** Where databases are kept; without it they are gone when the runtime stops. */
  readonly persistTo?: string;
  readonly keyEncryptionSecrets: string;
  /** Over how many databases PUBLIC is spread; one where it is not said. */
  readonly publicDatabases?: number;
  readonly wikimedia: {
    readonly baseUrl: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
  /** Where the Programs & Events Dashboard answers. */
  readonly dashboardUrl: string;
  /** Global account ids of the first stewards. */
  readonly stewardAccountIds?: readonly string[];
  /** A local origin that webhooks may be sent to. */
  readonly localWebhookOrigin?: string;
  /** A resolver that is asked before a webhook is sent to. */
  readonly webhookResolverUrl?: string;
  /** Local origins that may be asked for keys, status lists and schemas of other issuers. */
  readonly localRetrievalOrigins?: readonly string[];
  /** A resolver that is asked before another issuer's server is. */
  readonly retrievalResolverUrl?: string;
  /** Moves every Worker's clock, for tests of what only time brings. */
  readonly clockShiftSeconds?: number;
  /** Workers of a test between ours, which count calls or have one fail. */
  readonly between?: readonly Between[];
  /** True where a test is to have databases fail as those of D1 do. */
  readonly storesMayFail?: boolean;
  /** A Worker that has an address of its own, for measurements: else the local runtime has another Worker before ours. */
  readonly directSocketOf?: WorkerName;
  /** Other folders of static assets, for tests of such that lack something. */
  readonly assets?: Partial<Readonly<Record<WorkerName, string>>>;
  /** Takes each line that a Worker logs; without it they are printed. */
  readonly onLog?: (line: string) => void;
  /** Takes each data point that a Worker writes for its counters; without it they are forgotten. */
  readonly onPoint?: (point: KeptPoint) => void;
};
