import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseIds } from './found.ts';
import type { RawConfiguration } from './raw-configurations.ts';
import type { DeploySettings } from './settings.ts';

const FRONT_DOOR = 'laurel';

/**
 * A Worker's configuration for one deployment: that of the tree, with the ids of its databases, its variables
 * and, for the front door, its domain. Of a database that has no id yet, the zeros stay.
 */
export function configurationFor(
  { worker, content }: RawConfiguration,
  settings: DeploySettings,
  ids: DatabaseIds,
) {
  const { cloudflareAccountId, origin } = settings;
  const said = variablesOf(settings);
  const variables = Object.entries(content.vars ?? {}).map(
    ([name, value]) => [name, said[name] ?? value] as const,
  );
  return {
    ...content,
    ...(cloudflareAccountId === undefined ? {} : { account_id: cloudflareAccountId }),
    ...(content.vars === undefined ? {} : { vars: Object.fromEntries(variables) }),
    d1_databases: content.d1_databases.map((database) => ({
      ...database,
      database_id: ids[database.database_name] ?? database.database_id,
    })),
    ...(worker === FRONT_DOOR
      ? {
          workers_dev: false,
          preview_urls: false,
          routes: [{ pattern: new URL(origin).host, custom_domain: true }],
        }
      : {}),
  };
}

type DeployConfiguration = ReturnType<typeof configurationFor>;

/** What a configuration sets that may differ between deployments; a Worker has those that its file names. */
function variablesOf(settings: DeploySettings): Readonly<Record<string, string | undefined>> {
  return {
    LAUREL_ORIGIN: settings.origin,
    OPERATOR_CONTACT: settings.operatorContact,
    WIKIMEDIA_CLIENT_ID: settings.wikimediaClientId,
    STEWARD_ACCOUNT_IDS: settings.stewardAccountIds.join(','),
    WIKIMEDIA_BASE_URL: settings.wikimediaBaseUrl,
    DASHBOARD_BASE_URL: settings.dashboardBaseUrl,
    WEBHOOK_RESOLVER_URL: settings.webhookResolverUrl,
    RETRIEVAL_RESOLVER_URL: settings.retrievalResolverUrl,
  };
}

/** Where it is written: beside the Worker’s own, as the paths in both are relative. git ignores it. */
export function configurationPath({ path }: Pick<RawConfiguration, 'path'>): string {
  return join(dirname(path), 'wrangler.deploy.jsonc');
}

/** Writes the configurations of a deployment with the databases that it has by now. */
export function writeConfigurations(
  raw: readonly RawConfiguration[],
  settings: DeploySettings,
  ids: DatabaseIds,
): void {
  for (const one of raw) {
    const content = JSON.stringify(configurationFor(one, settings, ids), null, 2);
    writeFileSync(configurationPath(one), `${content}\n`);
  }
}

/** Says which code under which configuration a Worker runs: 16 hexadecimal digits, kept as its version’s tag. */
export function tagOf(code: string, configuration: DeployConfiguration): string {
  const text = `${code}\n${JSON.stringify(configuration)}`;
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
