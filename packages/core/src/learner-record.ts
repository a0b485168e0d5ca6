import { serviceDid } from './addresses.ts';
import { type Day, startOfDay } from './day.ts';
import type { IssuerFace } from './issuer.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { RECORD_OWNER } from './key-owners.ts';

/** The order that the schema of CLR 2.0 insists on. */
export const RECORD_CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;

/** The most credentials in one record: with them it stays within what anybody's verification takes. */
export const MAX_RECORD_CREDENTIALS = 20;

/** Letters of a record's title. */
export const MAX_RECORD_TITLE_LETTERS = 120;

/** What a learner record states, frozen before the key is used. */
export type RecordFacts = {
  readonly origin: string;
  readonly url: string;
  /** A fresh `urn:uuid` that nothing else has: it ties the record to no credential and to no person. */
  readonly subjectId: string;
  readonly title: string;
  readonly description: string;
  readonly validFrom: Day;
  /** Signed credentials, as they are. */
  readonly held: readonly JsonObject[];
  readonly status: { readonly listUrl: string; readonly index: number };
};

/**
 * The unsigned Comprehensive Learner Record (1EdTech CLR Standard 2.0, ClrCredential) of some credentials. It
 * is partial, as the holder chose what is in it.
 */
export function learnerRecord(facts: RecordFacts): JsonObject {
  return {
    '@context': [...RECORD_CONTEXTS],
    id: facts.url,
    type: ['VerifiableCredential', 'ClrCredential'],
    name: facts.title,
    description: facts.description,
    issuer: {
      id: serviceDid(facts.origin),
      type: ['Profile'],
      name: SERVICE_FACE.names.en ?? '',
      url: facts.origin,
    },
    validFrom: startOfDay(facts.validFrom),
    awardedDate: startOfDay(facts.validFrom),
    partial: true,
    credentialSubject: {
      id: facts.subjectId,
      type: ['ClrSubject'],
      verifiableCredential: [...facts.held],
    },
    credentialStatus: {
      id: `${facts.status.listUrl}#${facts.status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(facts.status.index),
      statusListCredential: facts.status.listUrl,
    },
  };
}

/** The service as the issuer of records. It vouches that somebody holds them, and for nothing that they say. */
export const SERVICE_FACE: IssuerFace = {
  slug: RECORD_OWNER,
  kind: 'community',
  demonstration: false,
  names: { en: 'Laurel' },
  descriptions: { en: 'Signs records of credentials for those who hold them.' },
  vouch: null,
  logo: null,
};

/** True for what says that it is a Comprehensive Learner Record. */
export function isLearnerRecord({ type }: JsonObject): boolean {
  return [type].flat().includes('ClrCredential');
}

/** The credentials that a record holds, as they stand in it: whatever somebody put there. */
export function heldIn({ credentialSubject }: JsonObject): readonly unknown[] {
  return [credentialSubject].flat().flatMap((subject) => {
    if (!isJsonObject(subject)) return [];
    const held = subject.verifiableCredential;
    return held === undefined ? [] : [held].flat();
  });
}
