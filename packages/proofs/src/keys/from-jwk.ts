import { isJsonObject, type JsonObject, stringAt } from '@laurel/core/json';
import { bytesOfBase64url } from '../base64url.ts';
import { JWS_ALGORITHMS, type PublicKey } from './public-key.ts';

/** RSA keys that are shorter can be broken; what is longer costs more than a signature should. */
const RSA_BYTES = { least: 256, most: 1024 };
const MAX_EXPONENT_BYTES = 4;

/**
 * The key in a JSON Web Key (RFC 7517, RFC 7518, RFC 8037); null for one that is not for checking
 * signatures, of another kind, or malformed.
 */
export function keyOfJwk(jwk: unknown): PublicKey | null {
  if (!isJsonObject(jwk)) return null;
  const { use, key_ops: operations, alg } = jwk;
  if (use !== undefined && use !== 'sig') return null;
  if (operations !== undefined && !(Array.isArray(operations) && operations.includes('verify'))) {
    return null;
  }
  const key = materialOf(jwk);
  if (key === null) return null;
  const fits = alg === undefined || JWS_ALGORITHMS[key.kind].some((one) => one === alg);
  return fits ? key : null;
}

function materialOf(jwk: JsonObject): PublicKey | null {
  const [kty, crv] = [stringAt(jwk, 'kty'), stringAt(jwk, 'crv')];
  if (kty === 'OKP' && crv === 'Ed25519') {
    const x = bytesAt(jwk, 'x', 32, 32);
    return x === null ? null : { kind: crv, jwk: { kty, crv, x } };
  }
  if (kty === 'EC' && (crv === 'P-256' || crv === 'P-384')) {
    const length = crv === 'P-256' ? 32 : 48;
    const [x, y] = [bytesAt(jwk, 'x', length, length), bytesAt(jwk, 'y', length, length)];
    return x === null || y === null ? null : { kind: crv, jwk: { kty, crv, x, y } };
  }
  if (kty === 'RSA') {
    const n = bytesAt(jwk, 'n', RSA_BYTES.least, RSA_BYTES.most);
    const e = bytesAt(jwk, 'e', 1, MAX_EXPONENT_BYTES);
    return n === null || e === null ? null : { kind: kty, jwk: { kty, n, e } };
  }
  return null;
}

/** The member as it stands, where it is that many bytes written in the one way that base64url has. */
function bytesAt(jwk: JsonObject, name: string, least: number, most: number): string | null {
  const text = stringAt(jwk, name) ?? '';
  const length = bytesOfBase64url(text)?.length ?? -1;
  return length >= least && length <= most ? text : null;
}
