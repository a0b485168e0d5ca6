import { isJsonObject, type Json, type JsonObject, stringAt } from '@laurel/core/json';
import type { Check, CheckFindings, CheckResult } from '@laurel/core/verdict';
import { ownWordsOf } from '@laurel/proofs/data-integrity/own-words';
import { suiteOf } from '@laurel/proofs/data-integrity/suites';
import { listOf } from '../ours/claims-to-be-ours.ts';
import type { Presented } from '../read.ts';
import { formsOfMultibase, formsOfSri } from './digest-form.ts';

/**
 * Properties of a credential that are known here: W3C VC Data Model 2.0, Sections 4 and 5.7, and 1.1,
 * Sections 4 and 5; 1EdTech Open Badges 3.0, Section 6.1, and CLR 2.0, Section 6.1.
 */
const KNOWN: readonly string[] = [
  ...['@context', 'id', 'type', 'name', 'description', 'issuer', 'credentialSubject', 'proof'],
  ...['validFrom', 'validUntil', 'issuanceDate', 'expirationDate', 'awardedDate'],
  ...['credentialStatus', 'credentialSchema', 'relatedResource', 'evidence', 'termsOfUse'],
  ...['refreshService', 'renderMethod', 'confidenceMethod', 'image', 'endorsement'],
  ...['endorsementJwt', 'partial'],
];

/** What a reader is told of words that a document defines; more would tell no more. */
const MAX_WORDS = 10;
const MAX_WORD_LETTERS = 40;

/** Names what stands beside the recognition itself: told, and not judged. */
export function checkTerms(presented: Presented): readonly Check[] {
  const { credential } = presented;
  const { termsOfUse, refreshService } = credential;
  const endorsements = endorsementsOf(credential);
  const checks = [
    ...(termsOfUse === undefined ? [] : [found('skipped', 'terms_of_use', typesOf(termsOfUse))]),
    ...(refreshService === undefined
      ? []
      : [found('skipped', 'refresh_service', typesOf(refreshService))]),
    ...(endorsements === 0 ? [] : [found('skipped', 'endorsed', String(endorsements))]),
    ...Object.keys(credential)
      .filter((name) => !KNOWN.includes(name))
      .map((name) => found('warn', 'property_unknown', name)),
    ...digestsUnknown(credential),
    ...ownWordsIn(presented),
  ];
  return checks.length === 0 ? [found('skipped', 'none')] : checks;
}

/** How many endorsements there are: of the credential, of who issued it, and of what it recognises. */
function endorsementsOf({
  endorsement,
  endorsementJwt,
  issuer,
  credentialSubject,
}: JsonObject): number {
  const achievements = listOf(credentialSubject).map((subject) =>
    isJsonObject(subject) ? subject.achievement : undefined,
  );
  const endorsed = [{ endorsement, endorsementJwt }, issuer, ...achievements.flatMap(listOf)];
  return endorsed
    .filter(isJsonObject)
    .flatMap((one) => [...listOf(one.endorsement), ...listOf(one.endorsementJwt)]).length;
}

/** Words that whoever hands the credential on could write otherwise, as its proofs hold only their meaning. */
function ownWordsIn({ form, credential }: Presented): readonly Check[] {
  const proofs = listOf(credential.proof).filter(isJsonObject);
  if (form === 'jwt' || proofs.every((proof) => suiteOf(proof)?.signsJson === true)) return [];
  const words = [...ownWordsOf(credential)].slice(0, MAX_WORDS);
  return words.length === 0 ? [] : [found('warn', 'own_words', words.map(shortened).join(', '))];
}

function shortened(word: string): string {
  return word.length > MAX_WORD_LETTERS ? `${word.slice(0, MAX_WORD_LETTERS)}…` : word;
}

/** Digests of related resources that could be compared with nothing. */
function digestsUnknown({ relatedResource }: JsonObject): readonly Check[] {
  return listOf(relatedResource)
    .filter(isJsonObject)
    .flatMap((resource) =>
      [...formsOfSri(resource), ...formsOfMultibase(resource)].flatMap((form) =>
        'unknown' in form
          ? [found('warn', 'digest_unknown', form.unknown, stringAt(resource, 'id') ?? '')]
          : [],
      ),
    );
}

/** The names of the types, each once; what has none is named by what it is. */
function typesOf(value: Json): string {
  const types = listOf(value).flatMap((one) => {
    const named = isJsonObject(one)
      ? listOf(one.type).filter((type) => typeof type === 'string')
      : [];
    return named.length === 0 ? ['?'] : named;
  });
  return [...new Set(types)].join(', ');
}

function found(
  result: CheckResult,
  finding: CheckFindings['terms'],
  ...values: readonly string[]
): Check {
  return { check: 'terms', result, finding, values };
}
