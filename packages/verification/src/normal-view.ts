import { isJsonObject, type Json, type JsonObject } from '@laurel/core/json';

/** Claims about the token itself (RFC 7519, Section 4.1; RFC 7800), which are no part of a credential. */
export const CLAIMS = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'nonce', 'cnf'];

const CONTEXT_1_1 = 'https://www.w3.org/2018/credentials/v1';

/**
 * The credential that a JWT's payload says, as it would be without a JWT: where it has a claim `vc`, that
 * and what the registered claims add to it (W3C VCDM 1.1, Section 6.3.1), else the payload without them
 * (W3C VC-JOSE-COSE, Section 3.1; 1EdTech OB 3.0, Section 8.2). A claim adds what the credential does not
 * say, and changes nothing that it says: whether they agree is for the check of the proof.
 */
export function credentialInPayload(payload: JsonObject): JsonObject {
  const { vc } = payload;
  if (!isJsonObject(vc)) {
    return Object.fromEntries(Object.entries(payload).filter(([name]) => !CLAIMS.includes(name)));
  }
  const old = contextsOf(vc)[0] === CONTEXT_1_1;
  return {
    ...member('id', payload.jti),
    ...member('issuer', payload.iss),
    ...member(old ? 'issuanceDate' : 'validFrom', dateTime(payload.nbf)),
    ...member(old ? 'expirationDate' : 'validUntil', dateTime(payload.exp)),
    ...vc,
    ...member('credentialSubject', subjectWithId(vc.credentialSubject, payload.sub)),
    ...member('issuer', issuerWithId(vc.issuer, payload.iss)),
  };
}

function contextsOf(credential: JsonObject): readonly unknown[] {
  const context = credential['@context'];
  return Array.isArray(context) ? context : [context];
}

function member(name: string, value: Json | undefined): JsonObject {
  return value === undefined ? {} : { [name]: value };
}

/** Claims hold seconds since the epoch. One that is no time stays out: the check of the proof refuses it. */
function dateTime(claim: Json | undefined): string | undefined {
  if (typeof claim !== 'number') return undefined;
  const date = new Date(claim * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace('.000', '');
}

function subjectWithId(subject: Json | undefined, sub: Json | undefined): Json | undefined {
  if (sub === undefined) return subject;
  if (subject === undefined) return { id: sub };
  return isJsonObject(subject) ? { id: sub, ...subject } : subject;
}

function issuerWithId(issuer: Json | undefined, iss: Json | undefined): Json | undefined {
  if (iss === undefined || issuer === undefined) return issuer ?? iss;
  return isJsonObject(issuer) ? { id: iss, ...issuer } : issuer;
}
