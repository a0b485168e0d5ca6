import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

const NEW_SECRET_BYTES = 32;
const FIRST_VERSION = '1';

/** Versions to 32 bytes in base64url, as the signer reads them. */
const KeyEncryptionSecrets = z.record(
  z.string().regex(/^[1-9]\d*$/),
  z.string().regex(/^[\w-]{43}$/),
);

/** A first key-encryption secret, drawn at random, as the signer reads it. */
export function drawnSecret(): string {
  const drawn = randomBytes(NEW_SECRET_BYTES).toString('base64url');
  return JSON.stringify({ [FIRST_VERSION]: drawn });
}

/**
 * A first key-encryption secret that is kept in a file which nobody else may read. One that is there already was
 * drawn by a call that came no further, and is taken. Throws where the file holds something else.
 */
export function keptSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, `${drawnSecret()}\n`, { mode: 0o600, flag: 'wx' });
  const kept = readFileSync(file, 'utf8').trim();
  KeyEncryptionSecrets.parse(JSON.parse(kept));
  return kept;
}

/** The secrets that the environment gives, by name. */
export function givenSecrets(names: readonly string[]): Readonly<Record<string, string>> {
  const given = names.flatMap((name) => {
    const value = process.env[name];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(given);
}
