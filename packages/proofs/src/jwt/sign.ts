import type { JsonObject } from '@laurel/core/json';
import { jwkMethodId } from '@laurel/core/verification-key';
import { CompactSign } from 'jose';
import type { SigningKey } from '../data-integrity/sign.ts';
import { payloadOf } from './payload.ts';

const UTF8 = new TextEncoder();

/** The two profiles of JWT: 1EdTech's reads RS256 and `JWT`, W3C's VC-JOSE-COSE reads `vc+jwt`. */
const HEADERS = {
  RS256: { alg: 'RS256', typ: 'JWT' },
  Ed25519: { alg: 'EdDSA', typ: 'vc+jwt' },
} as const;

/**
 * The credential as a compact JWS whose payload is the credential and its registered claims, without
 * a `vc` claim (1EdTech OB 3.0, Section 8.2; W3C VC-JOSE-COSE, Section 3.1). Deterministic. Throws on a
 * credential that lacks what a claim needs.
 */
export async function signedJwt(credential: JsonObject, key: SigningKey): Promise<string> {
  // Its claims are the credential's own: a builder of claims would take a copy of all of it first.
  return new CompactSign(UTF8.encode(payloadOf(credential)))
    .setProtectedHeader({
      ...HEADERS[key.publicKey.algorithm],
      kid: jwkMethodId(key.publicKey),
    })
    .sign(key.privateKey);
}
