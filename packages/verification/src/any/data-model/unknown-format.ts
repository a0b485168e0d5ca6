import { isJsonObject, type JsonObject, stringAt } from '@laurel/core/json';
import { asSigned } from '../../as-signed.ts';
import { listOf } from '../../ours/claims-to-be-ours.ts';
import type { Presented } from '../../read.ts';
import { isEnvelope, openEnvelope } from './envelope.ts';
import { hasType } from './types.ts';

/** Types of tokens that hold a credential or a presentation of the W3C’s model (VC-JOSE-COSE 1.0, Section 6; drafts before it; VCDM 1.1, Section 6.3.1). */
const KNOWN_TOKEN_TYPES: readonly string[] = [
  'jwt',
  'vc+jwt',
  'vp+jwt',
  'vc+ld+jwt',
  'vp+ld+jwt',
  'vc-ld+jwt',
  'vp-ld+jwt',
  'vc+ld+json+jwt',
];

/** Forms that other specifications sign, by what only they have. */
const OTHER_FORMATS: readonly (readonly [
  name: string,
  isSuch: (document: Readonly<Record<string, unknown>>) => boolean,
])[] = [
  ['SD-JWT VC', ({ vct }) => typeof vct === 'string'],
  [
    'SD-JWT',
    ({ _sd_alg: algorithm, _sd: digests }) => algorithm !== undefined || digests !== undefined,
  ],
  ['Open Badges 2.0', isOpenBadge2],
  ['AnonCreds', (document) => document.cred_def_id !== undefined],
  ['mdoc', ({ docType, issuerSigned }) => docType !== undefined && issuerSigned !== undefined],
];

/**
 * The name of the form in which a document is signed, where it is not one of the Verifiable Credentials
 * Data Model; null where it is, or says that it is.
 */
export function unknownFormatOf(presented: Presented): string | null {
  const document = asSigned(presented);
  if (presented.form === 'jwt') {
    if (presented.token.includes('~')) return 'SD-JWT';
    const type = stringAt(presented.header, 'typ')
      ?.toLowerCase()
      .replace(/^application\//, '');
    if (type === 'vc+sd-jwt' || type === 'dc+sd-jwt') return 'SD-JWT VC';
    if (type !== undefined && !KNOWN_TOKEN_TYPES.includes(type)) return type;
  }
  const other = OTHER_FORMATS.find(([, isSuch]) => isSuch(document));
  if (other !== undefined) return other[0];
  return isPresentation(document) ? 'Verifiable Presentation' : otherEnvelope(document);
}

/** The media type in an envelope of something else than a token; null for what is no envelope. */
function otherEnvelope(document: JsonObject): string | null {
  if (!isEnvelope(document, 'credential')) return null;
  const opened = openEnvelope(document, 'credential');
  return !opened.ok && 'format' in opened.failure ? opened.failure.format : null;
}

/** By its type, or, as VCDM 1.1 has it, by a claim of a token that is no document itself. */
function isPresentation(payload: JsonObject): boolean {
  const isClaimed = payload['@context'] === undefined && isJsonObject(payload.vp);
  return isClaimed || hasType(payload, 'VerifiablePresentation');
}

function isOpenBadge2(document: Readonly<Record<string, unknown>>): boolean {
  const isNamed = listOf(document['@context']).some(
    (context) =>
      typeof context === 'string' && /^https:\/\/w3id\.org\/openbadges\/v[12]\b/.test(context),
  );
  return isNamed || (document.badge !== undefined && document.recipient !== undefined);
}
