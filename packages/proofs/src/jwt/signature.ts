import { compactVerify, errors, importJWK } from 'jose';
import { bytesOfBase64url } from '../base64url.ts';
import { keepingKeys } from '../keys/kept-keys.ts';
import { JWS_ALGORITHMS, type PublicKey } from '../keys/public-key.ts';

/**
 * True when this key signed the token, with an algorithm that the key is for (RFC 8725, Section 3.1: the
 * header does not choose). Claims are not looked at. The signature must be written in the one way that
 * base64url has for its bytes: else its last letter could be changed unseen (RFC 4648, Section 3.5).
 */
export async function isSignedBy(token: string, { kind, jwk }: PublicKey): Promise<boolean> {
  if (bytesOfBase64url(token.split('.')[2] ?? '') === null) return false;
  const [algorithm = ''] = JWS_ALGORITHMS[kind];
  try {
    const { protectedHeader } = await compactVerify(token, await imported(jwk, algorithm), {
      algorithms: [...JWS_ALGORITHMS[kind]],
    });
    // A token whose payload is signed as it stands is no JWT (RFC 7797, Section 7).
    return protectedHeader.b64 !== false;
  } catch (error) {
    if (error instanceof errors.JOSEError || isOfNoKey(error)) return false;
    throw error;
  }
}

const imported = keepingKeys((jwk, algorithm: string) => importJWK({ ...jwk }, algorithm));

/** A key that is no point of its curve is found out by the platform, when it is imported. */
function isOfNoKey(error: unknown): boolean {
  return error instanceof DOMException;
}
