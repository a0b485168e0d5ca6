import type { AchievementKind } from './achievement.ts';
import { isJsonObject, type JsonObject, stringAt } from './json.ts';
import type { LanguageTag } from './language.ts';
import { type Signatory, signatoriesIn } from './signatory.ts';
import { mentoringIn, resultsOf, type SignedMentoring } from './signed-mentoring.ts';

/** How the person recognised appears, as it was signed. */
export type CertificateHolder =
  | { readonly mode: 'account'; readonly username: string }
  | { readonly mode: 'name'; readonly name: string }
  | { readonly mode: 'none' };

/** What an Open Badges 3.0 document of ours says, as far as it says so. Days are `YYYY-MM-DD`. */
export type SignedFacts = {
  readonly url: string | null;
  readonly language: LanguageTag;
  readonly kind: AchievementKind;
  readonly achievementName: string;
  readonly achievementDescription: string;
  readonly issuerName: string;
  /** Who signs for the issuer. What others than we have written is one name, whatever it says. */
  readonly signatories: readonly Signatory[];
  readonly holder: CertificateHolder;
  readonly role: string | null;
  readonly period: { readonly start: string; readonly end: string } | null;
  readonly hours: number | null;
  /** Null but for mentoring. */
  readonly mentoring: SignedMentoring | null;
  /** The genres of the evidence, which are names of evidence classes. */
  readonly evidenceClasses: readonly string[];
  readonly issuedOn: string;
  readonly validUntil: string | null;
};

/** Reads the facts out of a document. Trusts nothing of its shape: what is missing is empty or null. */
export function signedFacts(document: JsonObject): SignedFacts {
  const subject = objectAt(document, 'credentialSubject');
  const achievement = objectAt(subject, 'achievement');
  const start = dayAt(subject, 'activityStartDate');
  const end = dayAt(subject, 'activityEndDate');
  return {
    url: stringAt(document, 'id'),
    language: stringAt(achievement, 'inLanguage') ?? 'en',
    kind: kindOf(stringAt(achievement, 'achievementType')),
    achievementName: stringAt(achievement, 'name') ?? stringAt(document, 'name') ?? '',
    achievementDescription: stringAt(achievement, 'description') ?? '',
    issuerName: stringAt(document, 'issuer', 'name') ?? stringAt(document, 'issuer', 'id') ?? '',
    signatories: signatoriesIn(stringAt(document, 'issuer', 'official') ?? ''),
    holder: holderIn(subject),
    role: stringAt(subject, 'role'),
    period: start === null || end === null ? null : { start, end },
    hours: hoursIn(subject),
    mentoring: mentoringIn(resultsOf(subject)),
    evidenceClasses: objectsAt(document, 'evidence').flatMap((one) => stringAt(one, 'genre') ?? []),
    issuedOn: dayAt(document, 'validFrom') ?? '',
    validUntil: dayAt(document, 'validUntil'),
  };
}

/** True of a role that was signed as one that has ended, with the days that were served. */
export function isSignedAsServed(document: JsonObject): boolean {
  const results = objectsAt(objectAt(document, 'credentialSubject'), 'result');
  return results.some(({ status }) => status === 'Completed');
}

function holderIn(subject: JsonObject): CertificateHolder {
  for (const identity of objectsAt(subject, 'identifier')) {
    const name = stringAt(identity, 'identityHash');
    if (name === null || identity.hashed !== false) continue;
    switch (stringAt(identity, 'identityType')) {
      case 'userName':
        return { mode: 'account', username: name };
      case 'ext:selfDeclaredName':
        return { mode: 'name', name };
    }
  }
  return { mode: 'none' };
}

function hoursIn(subject: JsonObject): number | null {
  const result = objectsAt(subject, 'result').find((one) =>
    stringAt(one, 'resultDescription')?.endsWith('#hours'),
  );
  const hours = Number(stringAt(result, 'value') ?? Number.NaN);
  return Number.isFinite(hours) ? hours : null;
}

function kindOf(achievementType: string | null): AchievementKind {
  if (achievementType === 'ext:Role') return 'role';
  return achievementType === 'ext:Training' ? 'training' : 'contribution';
}

function dayAt(object: JsonObject, name: string): string | null {
  const value = stringAt(object, name);
  return value === null ? null : value.slice(0, 'YYYY-MM-DD'.length);
}

function objectAt(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  return isJsonObject(value) ? value : {};
}

function objectsAt(object: JsonObject, name: string): readonly JsonObject[] {
  const value = object[name];
  return (Array.isArray(value) ? value : [value]).filter(isJsonObject);
}
