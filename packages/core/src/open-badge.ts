import type { AchievementKind, SkillAlignment } from './achievement.ts';
import type { Period } from './award.ts';
import { type Day, startOfDay } from './day.ts';
import type { JsonObject } from './json.ts';
import type { LanguageTag } from './language.ts';
import { officialOf, type Signatory } from './signatory.ts';
import { type MentoringToSign, mentoringResults } from './signed-mentoring.ts';
import { type StatusPlace, statusEntry } from './status-entry.ts';

/** VCDM 2.0 first, Open Badges second: the order that both worlds' verifiers insist on. */
export const CREDENTIAL_CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;

/** Who holds it, as far as the credential says. */
export type SignedHolder =
  | { readonly mode: 'account'; readonly username: string }
  /** `narrative` says that the holder gave the name and that nobody checked it. */
  | { readonly mode: 'name'; readonly name: string; readonly narrative: string }
  | { readonly mode: 'none' };

/** Everything that a credential states, frozen before the key is used. Texts are in `language`. */
export type BadgeFacts = {
  readonly url: string;
  /** A fresh `urn:uuid` that no other credential has. */
  readonly subjectId: string;
  readonly language: LanguageTag;
  readonly issuer: {
    readonly did: string;
    readonly url: string;
    readonly name: string;
    readonly description: string;
    /** At most two, in their order. */
    readonly signatories: readonly Signatory[];
  };
  readonly achievement: {
    readonly url: string;
    readonly version: string;
    readonly kind: AchievementKind;
    readonly name: string;
    readonly description: string;
    /** Criteria, requirements and what it does not mean, as paragraphs. */
    readonly narrative: string;
    readonly skills: readonly string[];
    readonly alignments: readonly SkillAlignment[];
  };
  readonly holder: SignedHolder;
  /** Of a role start and planned end, or the day on which it ended. */
  readonly period: Period | null;
  /** That a role has ended, however it ended. */
  readonly served: boolean;
  readonly servedLabel: string;
  readonly hours: number | null;
  readonly hoursLabel: string;
  /** Null but for mentoring. */
  readonly mentoring: MentoringToSign | null;
  readonly evidence: readonly {
    readonly id: string;
    readonly name: string;
    readonly genre: string;
    readonly narrative: string;
  }[];
  /** What others say of it, as it was signed; left out where there is nothing. */
  readonly endorsements?: readonly JsonObject[];
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  readonly status: StatusPlace;
};

const ACHIEVEMENT_TYPES: Readonly<Record<AchievementKind, string>> = {
  contribution: 'ext:Contribution',
  role: 'ext:Role',
  training: 'ext:Training',
};

/**
 * The unsigned Open Badges 3.0 credential (1EdTech Open Badges 3.0, OpenBadgeCredential; W3C VC Data
 * Model 2.0) of some facts. Properties that may repeat are arrays and nodes have an `id` wherever the
 * strict schema allows one: fewer blank nodes to label. One status object, as the schema wants.
 */
export function openBadge(facts: BadgeFacts): JsonObject {
  const { achievement, issuer, period } = facts;
  const { descriptions, results } = resultsOf(facts);
  return {
    '@context': [...CREDENTIAL_CONTEXTS],
    id: facts.url,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: achievement.name,
    issuer: {
      id: issuer.did,
      type: ['Profile'],
      name: issuer.name,
      url: issuer.url,
      description: issuer.description,
      ...(issuer.signatories.length === 0 ? {} : { official: officialOf(issuer.signatories) }),
    },
    validFrom: startOfDay(facts.validFrom),
    ...(facts.validUntil === null ? {} : { validUntil: startOfDay(facts.validUntil) }),
    awardedDate: startOfDay(facts.validFrom),
    credentialSubject: {
      id: facts.subjectId,
      type: ['AchievementSubject'],
      ...holderOf(facts.holder),
      ...(achievement.kind === 'role' ? { role: achievement.name } : {}),
      ...(period === null
        ? {}
        : {
            activityStartDate: startOfDay(period.start),
            activityEndDate: startOfDay(period.end),
          }),
      achievement: {
        id: achievement.url,
        type: ['Achievement'],
        achievementType: ACHIEVEMENT_TYPES[achievement.kind],
        version: achievement.version,
        inLanguage: facts.language,
        name: achievement.name,
        description: achievement.description,
        criteria: { id: `${achievement.url}#criteria`, narrative: achievement.narrative },
        tag: [...achievement.skills],
        alignment: achievement.alignments.map((alignment) => ({
          id: alignment.targetUrl,
          type: ['Alignment'],
          targetName: alignment.targetName,
          targetUrl: alignment.targetUrl,
        })),
        ...(descriptions.length === 0 ? {} : { resultDescription: [...descriptions] }),
      },
      ...(results.length === 0 ? {} : { result: [...results] }),
    },
    evidence: facts.evidence.map(({ id, name, genre, narrative }) => ({
      id,
      type: ['Evidence'],
      name,
      genre,
      narrative,
    })),
    ...(facts.endorsements === undefined ? {} : { endorsement: [...facts.endorsements] }),
    credentialStatus: statusEntry(facts.status),
  };
}

type Results = {
  readonly descriptions: readonly JsonObject[];
  readonly results: readonly JsonObject[];
};

/**
 * Hours are a kind of result of our own, not `creditsEarned`, which is academic credit; and so is what mentoring
 * was. That a role was served is one of Open Badges (1EdTech Open Badges 3.0, Section B.6, ResultType `Status`,
 * and B.5, ResultStatusType): `Completed`, whoever ended it and when.
 */
function resultsOf(facts: BadgeFacts): Results {
  const { achievement, subjectId, hours, hoursLabel, mentoring, served, servedLabel } = facts;
  const one = (fragment: string, name: string, resultType: string, said: JsonObject): Results => {
    const id = `${achievement.url}#${fragment}`;
    return {
      descriptions: [{ id, type: ['ResultDescription'], name, resultType }],
      results: [
        { id: `${subjectId}#${fragment}`, type: ['Result'], resultDescription: id, ...said },
      ],
    };
  };
  const all = [
    ...(hours === null ? [] : [one('hours', hoursLabel, 'ext:Hours', { value: String(hours) })]),
    ...(mentoring === null ? [] : [mentoringResults(mentoring, achievement.url, subjectId)]),
    ...(served ? [one('term', servedLabel, 'Status', { status: 'Completed' })] : []),
  ];
  return {
    descriptions: all.flatMap(({ descriptions }) => descriptions),
    results: all.flatMap(({ results }) => results),
  };
}

/**
 * Names are in plain text: hashing would only hide them from people. What is to be said of a self-declared
 * one stands beside it, as an IdentityObject has no member for it (1EdTech Open Badges 3.0, Section B.1.15).
 */
function holderOf(holder: SignedHolder): JsonObject {
  switch (holder.mode) {
    case 'account':
      return { identifier: [identity('userName', holder.username)] };
    case 'name':
      return {
        identifier: [identity('ext:selfDeclaredName', holder.name)],
        narrative: holder.narrative,
      };
    case 'none':
      return {};
  }
}

function identity(identityType: string, identityHash: string): JsonObject {
  return { type: 'IdentityObject', hashed: false, identityHash, identityType };
}
