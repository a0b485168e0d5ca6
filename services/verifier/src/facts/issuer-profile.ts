import { issuerLogoPath, issuerUrl } from '@laurel/core/addresses';
import type { JsonObject } from '@laurel/core/json';
import { type LanguageTag, textIn } from '@laurel/core/language';
import { CREDENTIAL_CONTEXTS } from '@laurel/core/open-badge';
import type { IssuerOnRecord } from '../record/issuer.ts';

/**
 * An issuer as JSON-LD (1EdTech Open Badges 3.0, Profile), in the language wanted most. `vouch` is a
 * term of our own, so that the document names it: who answers for the issuer, since when and by which
 * edit; null where nobody does.
 */
export function issuerProfile(
  { face, did }: IssuerOnRecord,
  origin: string,
  wanted: readonly LanguageTag[],
): JsonObject {
  const { slug, logo, vouch } = face;
  const name = textIn(face.names, wanted);
  return {
    '@context': [
      ...CREDENTIAL_CONTEXTS,
      { vouch: { '@id': `${issuerUrl(origin, slug)}#vouch`, '@type': '@json' } },
    ],
    id: did,
    type: ['Profile'],
    name: name.text,
    description: textIn(face.descriptions, wanted).text,
    url: issuerUrl(origin, slug),
    ...(logo === null
      ? {}
      : { image: { id: `${origin}${issuerLogoPath(slug, logo.digest)}`, type: 'Image' } }),
    vouch: vouch === null ? null : { by: vouch.by, since: vouch.since, proof: vouch.proofUrl },
  };
}
