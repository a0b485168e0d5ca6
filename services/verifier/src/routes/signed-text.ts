import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { wholeJwt } from '@laurel/proofs/jwt/kept';
import type { SignedTexts } from '../record/signed-texts.ts';
import { file, gone } from './file.ts';

/** A JSON-LD credential's media type, and those under which strangers ask for JSON. */
export const CREDENTIAL_TYPES = [
  'application/vc',
  'application/json',
  'application/ld+json',
] as const;

/** The RS256 tokens of a batch follow its other artefacts within a minute. */
const PENDING_RETRY_SECONDS = 30;

/** The credential as it was signed, byte for byte; refused as revoked or withdrawn once it is erased. */
export function signedDocument(
  { id, document, state }: SignedTexts,
  contentType: string,
): Result<Response, Failure> {
  return document === null ? gone(state) : ok(file(document, contentType, `${id}.json`));
}

/** The JWT of a profile: RS256 where none is asked for. */
export function signedToken(
  { id, document, joseJwt, rsaJwt, state }: SignedTexts,
  profile: string | null,
): Result<Response, Failure> {
  if (profile !== null && profile !== 'vc-jose') {
    const detail = 'The parameter “profile” is “vc-jose”, or left out.';
    return refuse({ reason: 'request_invalid', issues: [{ pointer: '', detail }] });
  }
  if (document === null) return gone(state);
  if (profile === 'vc-jose' && joseJwt !== null) {
    return ok(file(wholeJwt(joseJwt, document), 'application/vc+jwt', `${id}-vc-jose.jwt`));
  }
  return rsaJwt === null
    ? refuse({ reason: 'artefact_pending', retryAfterSeconds: PENDING_RETRY_SECONDS })
    : ok(file(wholeJwt(rsaJwt, document), 'application/jwt', `${id}.jwt`));
}
