import { credentialIdIn } from './addresses.ts';
import { type Day, startOfDay } from './day.ts';
import { isJsonObject, type JsonObject, stringAt } from './json.ts';
import type { LanguageTag } from './language.ts';
import { CREDENTIAL_CONTEXTS } from './open-badge.ts';
import { serviceProfile } from './service-face.ts';
import { type StatusPlace, statusEntry } from './status-entry.ts';

/**
 * `asked` by the holder; `declined` by whom they asked, which the holder sees as asked; `taken_back` by the holder,
 * kept until it would have lapsed, so that nobody is asked again and again; `written` and waiting for the holder;
 * `accepted` and signed; `ending` until nothing of it is left.
 */
export const ENDORSEMENT_STATES = [
  'asked',
  'declined',
  'taken_back',
  'written',
  'accepted',
  'ending',
] as const;
export type EndorsementState = (typeof ENDORSEMENT_STATES)[number];

/** What an endorsement says of whoever wrote it: their user name, or nothing. */
export const ENDORSER_DISCLOSURES = ['account', 'none'] as const;
export type EndorserDisclosure = (typeof ENDORSER_DISCLOSURES)[number];

/** So long an ask waits for whom it was sent to, and a story for its holder. */
export const ENDORSEMENT_DAYS = 90;

/** Asks of one account that may be open at the same time. */
export const MAX_OPEN_ASKS = 20;

/** The same to one and the same person. */
export const MAX_OPEN_ASKS_TO_ONE = 3;

/** The most endorsements of one credential: a reader reads them all. */
export const MAX_ENDORSEMENTS = 20;

/** What an endorsement states, frozen before the key is used. */
export type EndorsementFacts = {
  readonly origin: string;
  readonly url: string;
  /** What is endorsed: see {@link endorsedName}. */
  readonly endorses: string;
  /** What was seen, from the catalogue, in words. */
  readonly behaviour: string;
  /** Plain text, as its writer wrote it. */
  readonly story: string;
  /** The language of the story. */
  readonly language: LanguageTag;
  /** What the service says of it itself. */
  readonly description: string;
  readonly endorser: {
    /** A fresh `urn:uuid`. */
    readonly id: string;
    /** Null where it does not say who wrote it. */
    readonly username: string | null;
    /** What the service knows of whoever wrote it, in words. */
    readonly narrative: string;
  };
  readonly validFrom: Day;
  readonly status: StatusPlace;
};

/** What the evidence of an endorsement is called: that somebody wrote it while they were logged in. */
export const STATEMENT_GENRE = 'account-statement';

/**
 * The unsigned endorsement of a credential (1EdTech Open Badges 3.0, EndorsementCredential). The service issues
 * it, as whoever wrote it has no key; who that is stands in its evidence, as a node that is an IdentityObject
 * too (Section B.1.15), since an EndorsementSubject has no member for it.
 */
export function endorsementCredential(facts: EndorsementFacts): JsonObject {
  const { endorser } = facts;
  return {
    '@context': [...CREDENTIAL_CONTEXTS],
    id: facts.url,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: facts.behaviour,
    description: facts.description,
    issuer: serviceProfile(facts.origin),
    validFrom: startOfDay(facts.validFrom),
    awardedDate: startOfDay(facts.validFrom),
    credentialSubject: {
      id: facts.endorses,
      type: ['EndorsementSubject'],
      inLanguage: facts.language,
      endorsementComment: facts.story,
    },
    evidence: [
      {
        id: endorser.id,
        ...(endorser.username === null
          ? { type: ['Evidence'] }
          : {
              type: ['Evidence', 'IdentityObject'],
              hashed: false,
              identityHash: endorser.username,
              identityType: 'userName',
            }),
        genre: STATEMENT_GENRE,
        narrative: endorser.narrative,
      },
    ],
    credentialStatus: statusEntry(facts.status),
  };
}

/**
 * What a credential is called by what endorses it: by its id, which is its address. By what stands in it, with a
 * fragment of its own: JSON-LD takes nodes of one id for one, wherever they stand, so that under a signature that
 * still holds the words of two endorsements could change places, and either could say more of the credential.
 *
 * @param within the id of an endorsement that stands in the credential; null of one beside it.
 */
export function endorsedName(credential: string, within: string | null): string {
  return within === null ? credential : `${credential}#${within}`;
}

/** The id of the credential that an endorsement is about, in or beside it. */
export function endorsedIdIn(origin: string, endorsement: JsonObject): string | null {
  return credentialIdIn(origin, signedEndorsement(endorsement).endorses);
}

/** True for what says that it endorses something. */
export function isEndorsement({ type }: JsonObject): boolean {
  return [type].flat().includes('EndorsementCredential');
}

/** What an endorsement says, as far as it is there. */
export type SignedEndorsement = {
  readonly behaviour: string;
  readonly story: string;
  readonly language: string;
  /** Null where it does not say who wrote it. */
  readonly username: string | null;
  /** The address of what is endorsed. */
  readonly endorses: string;
};

/** Reads an endorsement as it was signed. */
export function signedEndorsement(credential: JsonObject): SignedEndorsement {
  const evidence = Array.isArray(credential.evidence) ? credential.evidence[0] : null;
  return {
    behaviour: stringAt(credential, 'name') ?? '',
    story: stringAt(credential, 'credentialSubject', 'endorsementComment') ?? '',
    language: stringAt(credential, 'credentialSubject', 'inLanguage') ?? '',
    username: isJsonObject(evidence) ? stringAt(evidence, 'identityHash') : null,
    endorses: stringAt(credential, 'credentialSubject', 'id') ?? '',
  };
}
