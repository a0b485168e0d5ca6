import { dayOf } from '@laurel/core/day';
import type { Check, CheckFindings, CheckResult } from '@laurel/core/verdict';
import { verifyProof } from '@laurel/log/verify-proof';
import type { Presented } from '@laurel/verification/read';
import type { ProofBundle } from './bundle.ts';
import { vouchedLogKeys } from './log-keys.ts';
import type { RootKey } from './root-signed.ts';
import { signedText } from './signed-text.ts';

/**
 * Whether exactly these bytes stand in the public log, under a checkpoint that a key of the log signed
 * which the root vouches for. Without it the question stays open: whatever is signed here stands there.
 */
export async function checkLog(
  presented: Presented,
  { log, logKeys }: ProofBundle,
  origin: string,
  roots: readonly RootKey[],
): Promise<Check> {
  if (log.length === 0 || logKeys === null) return found('skipped', 'no_proof');
  const text = signedText(presented);
  const keys = await vouchedLogKeys(logKeys, origin, roots);
  for (const proof of log) {
    const verified = await verifyProof(text, proof, keys);
    if (!verified.ok) continue;
    const { index, loggedAtSeconds } = verified.value;
    return found('pass', 'included', String(index), dayOf(loggedAtSeconds));
  }
  return found('warn', 'not_proven');
}

function found(
  result: CheckResult,
  finding: CheckFindings['log'],
  ...values: readonly string[]
): Check {
  return { check: 'log', result, finding, values };
}
