import { credentialIdIn } from '@laurel/core/addresses';
import { dayOf } from '@laurel/core/day';
import { stringAt } from '@laurel/core/json';
import type { Check } from '@laurel/core/verdict';
import type { Presented } from '../read.ts';
import type { KnownIssuer, Registry } from '../registry.ts';
import { signatureOf } from './signature-of.ts';

/**
 * Judges a good signature by a stolen key. The time of it is the log's, which the thief cannot set: what
 * stands there from before the theft was signed by us. What a proof says of its own time proves nothing.
 */
export async function judgeStolen(
  proof: Check,
  presented: Presented,
  issuer: KnownIssuer,
  registry: Registry,
): Promise<Check> {
  if (proof.finding !== 'compromised_key') return proof;
  const since = issuer.keys.find(({ id }) => id === proof.values[0])?.compromisedAtSeconds;
  const id = credentialIdIn(registry.origin, stringAt(presented.credential, 'id') ?? '');
  if (since === undefined || since === null || id === null) return proof;
  const place = await registry.logged(id, signatureOf(presented));
  if (place?.state !== 'included' || place.loggedAtSeconds >= since) return proof;
  return {
    check: 'proof',
    result: 'pass',
    finding: 'logged_before_compromise',
    values: [proof.values[0] ?? '', dayOf(place.loggedAtSeconds)],
  };
}
