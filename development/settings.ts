import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

/** Where local data, development keys and tokens are kept. */
export const DATA_DIRECTORY = process.env.LAUREL_DATA ?? '.laurel';

const SETTINGS_FILE = `${DATA_DIRECTORY}/settings.json`;

/** Where the local databases are kept. */
export const STATE_DIRECTORY = `${DATA_DIRECTORY}/state`;

const Settings = z.object({
  /** What the identifiers in the data were made from. */
  origin: z.string(),
  keyEncryptionSecrets: z.string(),
  wikimediaClientSecret: z.string(),
});

export type Settings = z.infer<typeof Settings>;

/** The development secrets that belong to the local data, made at the first start. */
export function settingsFor(origin: string): Settings {
  if (existsSync(SETTINGS_FILE))
    return Settings.parse(JSON.parse(readFileSync(SETTINGS_FILE, 'utf8')));
  const settings: Settings = {
    origin,
    keyEncryptionSecrets: JSON.stringify({ 1: randomBytes(32).toString('base64url') }),
    wikimediaClientSecret: randomBytes(24).toString('base64url'),
  };
  mkdirSync(DATA_DIRECTORY, { recursive: true, mode: 0o700 });
  writeFileSync(SETTINGS_FILE, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  return settings;
}
