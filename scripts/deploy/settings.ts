import { existsSync, readFileSync } from 'node:fs';
import { type Result, refuse } from '@laurel/core/result';
import { MAX_PUBLIC_DATABASES } from '@laurel/store/directory/public-bindings';
import * as z from 'zod';

const ORIGIN = /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const ACCOUNT_ID = /^[1-9]\d*$/;
const address = z.httpUrl();

/** What differs from one deployment to another. Nothing in it is secret, and unknown keys are refused. */
const DeploySettings = z.strictObject({
  origin: z.string().regex(ORIGIN, 'a public https origin without a path or a slash at its end'),
  /** The account at Cloudflare; whoever is logged in to one alone need not say it. */
  cloudflareAccountId: z
    .string()
    .regex(/^[0-9a-f]{32}$/, '32 hexadecimal digits')
    .optional(),
  /** Where databases and queues keep what they hold, by law. It cannot be changed later. */
  jurisdiction: z.enum(['eu', 'us', 'fedramp']).optional(),
  /** Where databases are written, if no jurisdiction says it. */
  location: z.enum(['weur', 'eeur', 'apac', 'oc', 'wnam', 'enam']).optional(),
  operatorContact: z.string().min(3),
  wikimediaClientId: z.string().min(1),
  stewardAccountIds: z
    .array(z.string().regex(ACCOUNT_ID, 'the id of a global account'))
    .min(2, 'two at least: nobody decides on an application in which they have a part'),
  /** Over how many databases PUBLIC is spread. Never fewer than issuers are in. */
  publicDatabases: z.int().min(1).max(MAX_PUBLIC_DATABASES).default(1),
  wikimediaBaseUrl: address.optional(),
  dashboardBaseUrl: address.optional(),
  webhookResolverUrl: address.optional(),
  retrievalResolverUrl: address.optional(),
});

export type DeploySettings = z.infer<typeof DeploySettings>;

/** The settings in a file; what is wrong with them, in a line for each mistake. */
export function readSettings(file: string): Result<DeploySettings, string> {
  if (!existsSync(file)) {
    return refuse(`There is no ${file}. Copy examples/laurel.deploy.json, and say what it asks.`);
  }
  let said: unknown;
  try {
    said = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return refuse(`${file} is not JSON.`);
  }
  const read = DeploySettings.safeParse(said);
  return read.success
    ? { ok: true, value: read.data }
    : refuse(read.error.issues.map((issue) => `${file}: ${mistake(issue)}`).join('\n'));
}

function mistake({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${path.join('.')}: ${message}`;
}
