import { stringAt } from '@laurel/core/json';
import type { Check } from '@laurel/core/verdict';
import { isSignedBy } from '@laurel/proofs/jwt/signature';
import { JWS_ALGORITHMS } from '@laurel/proofs/keys/public-key';
import type { Presented } from '../read.ts';
import { endedKey } from './ended-key.ts';
import { findTokenKey } from './identity/find-token-key.ts';
import type { PublishedKey } from './identity/key-lookup.ts';
import { dayOf, type ProofSeen, type ProofWanted, proofCheck, withoutKey } from './proof-wanted.ts';
import { claimsAgree, timesAreOfToken } from './token-claims.ts';

type Token = Presented & { readonly form: 'jwt' };

/** Algorithms by which no issuer signs for strangers: none at all, and those with a shared secret. */
const REFUSED = /^(?:none|hs\d+)$/i;

/** Checks the signature of a token, and that its claims say what its credential says. */
export async function checkTokenProof(token: Token, wanted: ProofWanted): Promise<ProofSeen> {
  const algorithm = stringAt(token.header, 'alg') ?? '';
  if (REFUSED.test(algorithm) || algorithm === '') {
    return { check: proofCheck('fail', 'algorithm_refused', algorithm), lookup: null };
  }
  if (!Object.values(JWS_ALGORITHMS).some((known) => known.includes(algorithm))) {
    return { check: proofCheck('warn', 'unknown_kind', `JWT ${algorithm}`), lookup: null };
  }
  if ((token.token.split('.')[2] ?? '') === '') {
    return { check: proofCheck('fail', 'missing'), lookup: null };
  }
  const { controller, purpose, retrieve } = wanted;
  const lookup = await findTokenKey(token.header, controller, purpose, retrieve);
  if (!lookup.ok) return withoutKey(lookup);
  return { check: await checkBy(lookup.value, algorithm, token, wanted), lookup };
}

async function checkBy(
  published: PublishedKey,
  algorithm: string,
  token: Token,
  { nowSeconds }: ProofWanted,
): Promise<Check> {
  const { key, names } = published;
  const name = stringAt(token.header, 'kid') ?? names[0] ?? '';
  if (!JWS_ALGORITHMS[key.kind].includes(algorithm)) {
    return proofCheck('fail', 'algorithm_refused', algorithm);
  }
  const ended = endedKey(published, name, nowSeconds);
  if (ended !== null) return ended;
  const { iat, nbf, exp } = token.payload;
  if (!(await isSignedBy(token.token, key))) return proofCheck('fail', 'signature_bad', name);
  if (!claimsAgree(token) || !areTimes([nbf, exp, iat])) return proofCheck('fail', 'claims_differ');
  if (timesAreOfToken(token) && typeof exp === 'number' && exp < nowSeconds) {
    return proofCheck('fail', 'proof_expired', dayOf(exp));
  }
  return timesAreOfToken(token) && typeof nbf === 'number' && nbf > nowSeconds
    ? proofCheck('fail', 'proof_too_early', dayOf(nbf))
    : proofCheck('pass', 'signature_good', name);
}

/** Seconds that a date can be made of (RFC 7519, Section 2, “NumericDate”). */
function areTimes(claims: readonly unknown[]): boolean {
  return claims.every(
    (claim) =>
      claim === undefined ||
      (typeof claim === 'number' && !Number.isNaN(new Date(claim * 1000).getTime())),
  );
}
