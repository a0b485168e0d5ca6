import type { Report } from '@laurel/verification/report';
import { readBrought } from '../src/brought.ts';
import { type OfflineReport, verifyOffline } from '../src/verify-offline.ts';
import { NOW_SECONDS, ORIGIN } from './a-kept-credential.ts';

/** Bytes of a file that holds a text, or JSON. */
export function fileOf(content: string | object): Uint8Array<ArrayBuffer> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return new Uint8Array(new TextEncoder().encode(text));
}

/** The report on files that are verified with one root key. */
export async function verified(
  root: string,
  files: readonly (string | object)[],
  { nowSeconds = NOW_SECONDS, origin = ORIGIN }: { nowSeconds?: number; origin?: string } = {},
): Promise<OfflineReport> {
  const brought = await readBrought(files.map(fileOf));
  if (!brought.ok) throw new Error(brought.failure);
  return verifyOffline(brought.value, { roots: [root], origin }, nowSeconds);
}

/** What a check found, by its name. */
export function findingsOf({ checks }: Report): Readonly<Record<string, string>> {
  return Object.fromEntries(checks.map(({ check, finding }) => [check, finding]));
}
