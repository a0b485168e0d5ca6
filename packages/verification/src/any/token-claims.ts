import { isJsonObject, type JsonObject } from '@laurel/core/json';
import { listOf } from '../ours/claims-to-be-ours.ts';
import { issuerOf } from '../ours/verify-ours.ts';
import { secondsOf } from './proof-wanted.ts';

type Token = {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  readonly credential: JsonObject;
};

/**
 * True where no registered claim says other than the credential (W3C VCDM 1.1, Section 6.3.1; 1EdTech OB
 * 3.0, Section 8.2.4.1; W3C VC-JOSE-COSE, Section 3.1). A claim that is not there says nothing.
 */
export function claimsAgree({ header, payload, credential }: Token): boolean {
  const { iss, jti, sub, nbf, exp } = payload;
  const issuer = issuerOf(credential);
  const subjects = listOf(credential.credentialSubject).flatMap((subject) =>
    isJsonObject(subject) ? [subject.id] : [],
  );
  return (
    says(iss, issuer) &&
    says(header.iss, issuer) &&
    says(jti, credential.id) &&
    (sub === undefined || subjects.includes(sub)) &&
    (timesAreOfToken({ header, payload }) ||
      (saysWhen(nbf, credential.validFrom ?? credential.issuanceDate) &&
        saysWhen(exp, credential.validUntil ?? credential.expirationDate)))
  );
}

/**
 * W3C's `vc+jwt` has the times of the signature in its claims, where the others have those of the credential
 * (VC-JOSE-COSE, Section 3.1). A presentation has no times but those.
 */
export function timesAreOfToken({ header, payload }: Omit<Token, 'credential'>): boolean {
  const { typ } = header;
  const bare = typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : '';
  const isPresentation = payload.vp !== undefined || bare === 'vp+jwt';
  return payload.vc === undefined && (isPresentation || bare === 'vc+jwt');
}

function says(claim: unknown, property: unknown): boolean {
  return claim === undefined || claim === property;
}

/** Claims may leave out what is less than a second. */
function saysWhen(claim: JsonObject[string] | undefined, property: JsonObject[string] | undefined) {
  if (claim === undefined) return true;
  const seconds = secondsOf(property);
  return typeof claim === 'number' && seconds !== null && Math.abs(seconds - claim) < 1;
}
