import type { Between } from '../../development/between.ts';
import { build } from '../../development/build.ts';
import type { KeptPoint } from '../../development/counters/point.ts';
import {
  accountIdOf,
  DEMONSTRATION_ISSUER,
  makeAwardingToken,
  STEWARD,
  seed,
  TEST_ISSUER,
} from '../../development/demonstration/seed.ts';
import { freePort } from '../../development/free-port.ts';
import { printUnusual } from '../../development/print-log.ts';
import { type Runtime, startRuntime } from '../../development/runtime.ts';
import type { RuntimeSettings } from '../../development/runtime-settings.ts';
import { type StewardshipRpc, stewardshipOf } from '../../development/stewardship.ts';
import { type StandIn, startStandIn } from '../../development/wikimedia/stand-in.ts';

const HOST = '127.0.0.1';
const CLIENT = { clientId: 'laurel-test', clientSecret: 'only-for-tests' };

/** One version of a key-encryption secret, only for tests. */
export const KEY_ENCRYPTION_SECRETS = JSON.stringify({
  1: Buffer.alloc(32, 7).toString('base64url'),
});

/** A whole running Laurel with its stand-in Wikimedia: real Workers, real databases, a real queue. */
export type Laurel = {
  readonly url: string;
  readonly origin: string;
  readonly issuer: string;
  /** May award, read and revoke for the demonstration issuer. */
  readonly token: string;
  readonly runtime: Runtime;
  readonly standIn: StandIn;
  readonly stewardship: StewardshipRpc;
  readonly stop: () => Promise<void>;
};

export type LaurelOptions = {
  readonly persistTo?: string;
  readonly clockShiftSeconds?: number;
  readonly port?: number;
  /** Takes each line that a Worker logs. */
  readonly onLog?: (line: string) => void;
  /** Takes each data point that a Worker writes for its counters. */
  readonly onPoint?: (point: KeptPoint) => void;
  /** A public address other than the local one: what is asked of `url` is answered as if asked of it. */
  readonly origin?: string;
  /** A Wikimedia other than the stand-in, such as one that misbehaves. */
  readonly wikimediaUrl?: string;
  /** A local origin that webhooks may be sent to. */
  readonly localWebhookOrigin?: string;
  /** Workers between ours, which count calls or have one fail. */
  readonly between?: readonly Between[];
  /** True where databases are to fail as those of D1 do: `troubleStores`. */
  readonly storesMayFail?: boolean;
  /** Other ones than those of tests. */
  readonly keyEncryptionSecrets?: string;
  /** Local origins that may be asked for documents of other issuers. */
  readonly localRetrievalOrigins?: readonly string[];
  /** Other folders of static assets than those that were built. */
  readonly assets?: RuntimeSettings['assets'];
  /** A Worker that has an address of its own, for measurements. */
  readonly directSocketOf?: RuntimeSettings['directSocketOf'];
  /** Over how many databases PUBLIC is spread; one where it is not said. */
  readonly publicDatabases?: number;
  /** A resolver that is asked before another issuer's server is. */
  readonly retrievalResolverUrl?: string;
  /** A resolver (DNS over HTTPS, JSON) that is asked before a webhook is sent to. */
  readonly webhookResolverUrl?: string;
};

export { TEST_ISSUER };

/** Starts one of its own for a test file. The Workers are bundled once for all of them. */
export async function startLaurel(options: LaurelOptions = {}): Promise<Laurel> {
  const bundles = await build();
  const port = options.port ?? (await freePort(HOST));
  const standIn = await startStandIn({
    port: 0,
    host: HOST,
    consumer: {
      ...CLIENT,
      redirectUri: `${options.origin ?? `http://localhost:${port}`}/login/callback`,
    },
  });
  const runtime = await startRuntime({
    bundles,
    host: HOST,
    port,
    keyEncryptionSecrets: options.keyEncryptionSecrets ?? KEY_ENCRYPTION_SECRETS,
    stewardAccountIds: [accountIdOf(STEWARD)],
    ...(options.localWebhookOrigin === undefined
      ? {}
      : { localWebhookOrigin: options.localWebhookOrigin }),
    ...(options.webhookResolverUrl === undefined
      ? {}
      : { webhookResolverUrl: options.webhookResolverUrl }),
    ...(options.localRetrievalOrigins === undefined
      ? {}
      : { localRetrievalOrigins: options.localRetrievalOrigins }),
    ...(options.retrievalResolverUrl === undefined
      ? {}
      : { retrievalResolverUrl: options.retrievalResolverUrl }),
    ...(options.assets === undefined ? {} : { assets: options.assets }),
    ...(options.directSocketOf === undefined ? {} : { directSocketOf: options.directSocketOf }),
    ...(options.publicDatabases === undefined ? {} : { publicDatabases: options.publicDatabases }),
    dashboardUrl: standIn.url,
    wikimedia: { baseUrl: options.wikimediaUrl ?? standIn.url, ...CLIENT },
    ...(options.origin === undefined ? {} : { origin: options.origin }),
    ...(options.persistTo === undefined ? {} : { persistTo: options.persistTo }),
    ...(options.between === undefined ? {} : { between: options.between }),
    onLog: options.onLog ?? printUnusual,
    ...(options.onPoint === undefined ? {} : { onPoint: options.onPoint }),
    ...(options.storesMayFail === undefined ? {} : { storesMayFail: options.storesMayFail }),
    ...(options.clockShiftSeconds === undefined
      ? {}
      : { clockShiftSeconds: options.clockShiftSeconds }),
  });
  const nowSeconds = Math.floor(Date.now() / 1000) + (options.clockShiftSeconds ?? 0);
  const stewardship = await stewardshipOf(runtime);
  await seed(stewardship, nowSeconds);
  return {
    url: runtime.url,
    origin: runtime.origin,
    issuer: DEMONSTRATION_ISSUER.slug,
    token: await makeAwardingToken(stewardship, nowSeconds),
    runtime,
    standIn,
    stewardship,
    stop: async () => {
      await runtime.stop();
      await standIn.close();
    },
  };
}
