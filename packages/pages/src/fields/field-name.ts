import type { Messages } from '@laurel/i18n/messages';

/** Names that Open Badges 3.0 and the VC data models define, and that people should not have to guess. */
const KNOWN = [
  'achievement',
  'achievementType',
  'achievedLevel',
  'activityEndDate',
  'activityStartDate',
  'address',
  'alignment',
  'alumniOf',
  'audience',
  'awardedDate',
  'birthDate',
  'created',
  'creator',
  'credentialSchema',
  'credentialStatus',
  'credentialSubject',
  'creditsAvailable',
  'creditsEarned',
  'criteria',
  'cryptosuite',
  'degree',
  'description',
  'email',
  'endorsement',
  'evidence',
  'familyName',
  'fieldOfStudy',
  'genre',
  'givenName',
  'hashed',
  'humanCode',
  'id',
  'identifier',
  'identityHash',
  'identityType',
  'image',
  'inLanguage',
  'issued',
  'issuer',
  'licenseNumber',
  'name',
  'narrative',
  'official',
  'phone',
  'proofPurpose',
  'proofValue',
  'refreshService',
  'related',
  'result',
  'resultDescription',
  'resultType',
  'role',
  'salt',
  'source',
  'specialization',
  'status',
  'statusListCredential',
  'statusListIndex',
  'statusPurpose',
  'tag',
  'targetCode',
  'targetDescription',
  'targetFramework',
  'targetName',
  'targetType',
  'targetUrl',
  'term',
  'termsOfUse',
  'type',
  'url',
  'validFrom',
  'validUntil',
  'value',
  'verificationMethod',
  'version',
] as const;

type KnownName = (typeof KNOWN)[number] | 'context';

/** Other names of the same, of VCDM 1.1, of JSON-LD and of JWTs (RFC 7519, Section 4.1). */
const SAME_AS: ReadonlyMap<string, KnownName> = new Map([
  ['@context', 'context'],
  ['@id', 'id'],
  ['@type', 'type'],
  ['dateOfBirth', 'birthDate'],
  ['endorsementJwt', 'endorsement'],
  ['exp', 'validUntil'],
  ['expirationDate', 'validUntil'],
  ['iat', 'issued'],
  ['iss', 'issuer'],
  ['issuanceDate', 'validFrom'],
  ['jti', 'id'],
  ['nbf', 'validFrom'],
  ['sub', 'credentialSubject'],
]);

/** A longer name is no name that people gave. */
const MAX_NAME_UNITS = 100;

/** What a field is called: in the reader's language where it is known, else in the words it is made of. */
export function fieldName(
  name: string,
  { message }: Messages,
): { readonly words: string; readonly known: boolean } {
  const known = SAME_AS.get(name) ?? KNOWN.find((one) => one === name);
  return known === undefined
    ? { words: wordsOf(name), known: false }
    : { words: message(`field-${known}`), known: true };
}

/** `favouriteColour` is two words. Names with a prefix or of other letters stay as they are. */
function wordsOf(name: string): string {
  const short = name.length > MAX_NAME_UNITS ? `${name.slice(0, MAX_NAME_UNITS)}…` : name;
  return /^[A-Za-z][A-Za-z\d]*$/.test(short)
    ? short.replaceAll(/([a-z\d])([A-Z])/g, (_, before: string, after: string) => {
        return `${before} ${after.toLowerCase()}`;
      })
    : short;
}
