import { type Day, startOfDay } from './day.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { serviceProfile } from './service-face.ts';
import { type StatusPlace, statusEntry } from './status-entry.ts';

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
  readonly status: StatusPlace;
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
    issuer: serviceProfile(facts.origin),
    validFrom: startOfDay(facts.validFrom),
    awardedDate: startOfDay(facts.validFrom),
    partial: true,
    credentialSubject: {
      id: facts.subjectId,
      type: ['ClrSubject'],
      verifiableCredential: [...facts.held],
    },
    credentialStatus: statusEntry(facts.status),
  };
}

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
