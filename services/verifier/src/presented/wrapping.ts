import { isJsonObject, type JsonObject } from '@laurel/core/json';

/**
 * The credentials that a presentation holds (W3C VCDM 2.0, Section 4.13; as a claim `vp` of a JWT: VCDM 1.1,
 * Section 6.3.1), or what an API answers with, whose member has the same name; null for a credential itself.
 */
export function credentialsWithin(document: JsonObject): readonly unknown[] | null {
  const presentation = isJsonObject(document.vp) ? document.vp : document;
  const { verifiableCredential: within, type } = presentation;
  if (within === undefined) return namesPresentation(type) ? [] : null;
  if (presentation.credentialSubject !== undefined) return null;
  return Array.isArray(within) ? within : [within];
}

function namesPresentation(type: unknown): boolean {
  return [type].flat().includes('VerifiablePresentation');
}
