import type { Check } from '@laurel/core/verdict';
import { readProof } from '@laurel/log/proof-text';
import { verifyProof } from '@laurel/log/verify-proof';
import type { Presented } from '@laurel/verification/read';
import type { LogPlace } from '@laurel/verification/registry';
import type { ProofBundle } from './bundle.ts';
import { keysOfLog, vouchedLogKeys } from './log-keys.ts';
import type { RootKey } from './root-signed.ts';
import { signedText } from './signed-text.ts';

/**
 * Where exactly these bytes stand in the public log, under a checkpoint that a key of the log signed which
 * the root vouches for; null where a bundle does not show that.
 */
export async function logPlace(
  presented: Presented,
  { log, serviceKeys }: ProofBundle,
  origin: string,
  roots: readonly RootKey[],
): Promise<LogPlace | null> {
  const keys = serviceKeys === null ? [] : await vouchedLogKeys(serviceKeys, origin, roots);
  for (const proof of log) {
    const read = readProof(proof);
    const own = await keysOfLog(keys, read?.checkpoint ?? '', origin);
    const verified = await verifyProof(signedText(presented), proof, own);
    // Without a salt stands there what a test issuer had signed, which may say anything of itself.
    if (!verified.ok || read?.salt === null) continue;
    const { index, loggedAtSeconds } = verified.value;
    return { state: 'included', index, loggedAtSeconds };
  }
  return null;
}

/** Whatever is signed here stands in the log: without that the question stays open. */
export function notInLog({ log }: ProofBundle): Check {
  return log.length === 0
    ? { check: 'log', result: 'skipped', finding: 'no_proof', values: [] }
    : { check: 'log', result: 'warn', finding: 'not_proven', values: [] };
}
