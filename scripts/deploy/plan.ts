import { publicBinding } from '@laurel/store/directory/public-bindings';
import type { WorkerName } from '../../development/workers.ts';
import { configurationFor, tagOf } from './configuration.ts';
import type { Found } from './found.ts';
import { inOrder } from './in-order.ts';
import { databasesOf, queuesOf, type RawConfiguration, secretsOf } from './raw-configurations.ts';
import type { DeploySettings } from './settings.ts';

/** One thing to do. The order of a plan is the order in which its steps are done. */
export type Step =
  | { readonly step: 'create-database' | 'create-queue'; readonly name: string }
  /** From the environment of whoever deploys. */
  | { readonly step: 'put-secret'; readonly worker: WorkerName; readonly secret: string }
  /** Drawn here, shown once, and put. */
  | { readonly step: 'make-secret'; readonly worker: WorkerName; readonly secret: string }
  | { readonly step: 'migrate'; readonly database: string }
  | { readonly step: 'deploy'; readonly worker: WorkerName }
  /** That nobody was put into a database that is being taken away, between the look at it and the signer's ignorance of it. */
  | { readonly step: 'check-directory' }
  | { readonly step: 'ask-health' };

/** The one secret that nobody outside gives. */
const OURS = 'KEY_ENCRYPTION_SECRETS';

export type Wanted = {
  readonly raw: readonly RawConfiguration[];
  readonly settings: DeploySettings;
  /** Names the code: the same sources have the same. */
  readonly code: string;
  /** The secrets that the environment holds. */
  readonly given: readonly string[];
};

export type Plan = {
  readonly steps: readonly Step[];
  /** In sentences, why none of them must be done now. */
  readonly refusals: readonly string[];
};

/** What is left to do on an account, and what stands in the way. */
export function planOf(wanted: Wanted, found: Found): Plan {
  const databases = databasesOf(wanted.raw);
  const isFewer = takesAway(wanted, found);
  const steps: readonly Step[] = [
    ...databases
      .filter((name) => found.databases[name] === undefined)
      .map((name) => ({ step: 'create-database', name }) as const),
    ...queuesOf(wanted.raw)
      .filter((name) => !found.queues.includes(name))
      .map((name) => ({ step: 'create-queue', name }) as const),
    // wrangler knows which migrations ran. Code comes after the tables that it needs.
    ...databases.map((database) => ({ step: 'migrate', database }) as const),
    ...missingSecrets(wanted, found).map(({ worker, secret }) => {
      const isOurs = secret === OURS && !wanted.given.includes(secret);
      return { step: isOurs ? 'make-secret' : 'put-secret', worker, secret } as const;
    }),
    ...inOrder(wanted.raw, isFewer ? [WRITER, READER] : null)
      .filter((worker) => !isDeployed(worker, wanted, found))
      .flatMap((worker): readonly Step[] => [
        ...(isFewer && worker === READER ? [{ step: 'check-directory' } as const] : []),
        { step: 'deploy', worker },
      ]),
    { step: 'ask-health' },
  ];
  return { steps, refusals: refusals(wanted, found) };
}

const READER = 'laurel-verifier';
const WRITER = 'laurel-signer';

/**
 * True where there are to be fewer databases of PUBLIC than are bound. Whoever reads knows a database before an issuer may
 * be put there, which is the order of every deployment (`development/workers.ts`), and until none can be any more.
 */
function takesAway({ settings }: Wanted, { deployed }: Found): boolean {
  return ([READER, WRITER] as const).some(
    (worker) => (deployed[worker]?.publicDatabases ?? 1) > settings.publicDatabases,
  );
}

function missingSecrets({ raw }: Wanted, found: Found) {
  return secretsOf(raw).filter(
    ({ worker, secret }) => !(found.secrets[worker] ?? []).includes(secret),
  );
}

/** True where this very code runs under this very configuration. */
function isDeployed(worker: WorkerName, { raw, settings, code }: Wanted, found: Found): boolean {
  const mine = raw.find((one) => one.worker === worker);
  const tag = found.deployed[worker]?.tag ?? null;
  if (mine === undefined || tag === null) return false;
  return tag === tagOf(code, configurationFor(mine, settings, found.databases));
}

function refusals(wanted: Wanted, found: Found): readonly string[] {
  const { origin } = wanted.settings;
  const others = Object.entries(found.deployed).flatMap(([worker, { origin: other }]) =>
    other === null || other === origin
      ? []
      : [
          `${worker} serves ${other}. Identifiers are made from the origin and can never be changed: ${origin} needs an account of its own.`,
        ],
  );
  const missing = missingSecrets(wanted, found).filter(
    ({ secret }) => !wanted.given.includes(secret),
  );
  return [
    ...others,
    ...(found.directoryUpTo > wanted.settings.publicDatabases
      ? [stillInDirectory(found.directoryUpTo, wanted.settings.publicDatabases)]
      : []),
    ...missing.flatMap(({ worker, secret }) => {
      if (secret !== OURS) return [`${worker} lacks ${secret}: give it in the environment.`];
      return found.hasSealedKeys
        ? [
            `${worker} lacks ${secret}, and keys lie sealed under it: give the one that you kept in the environment. A new one opens none of them (docs/keys.md).`,
          ]
        : [];
    }),
  ];
}

/** Why a database cannot be taken away. */
export function stillInDirectory(upTo: number, wanted: number): string {
  const least = `"publicDatabases": ${upTo}`;
  return `The directory has an issuer in ${publicBinding(upTo)}, and the settings say ${wanted}: an issuer never moves. Say ${least}, at least.`;
}
