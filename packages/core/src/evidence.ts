/** The classes of evidence: why an issuer says so. Names follow where such proof is found in the movement. */
export const EVIDENCE_CLASSES = [
  'event-registration',
  'organizer-attendance-list',
  'event-organizer-listing',
  'dashboard-program',
  'dashboard-training-progress',
  'wikilearn-certificate',
  'on-wiki-page',
  'rights-log',
  'mentor-list',
  'appointment-record',
  'code-review',
  'translation-credit',
  'commons-media',
  'grant-report',
  'attestation',
  'self-statement',
] as const;
export type EvidenceClass = (typeof EVIDENCE_CLASSES)[number];

/** Why the issuer says so: a class, and, where it is safe, a link and the place. */
export type Evidence = {
  readonly class: EvidenceClass;
  /** An https address. Never signed in disclosure modes `name` and `none`. */
  readonly url?: string | undefined;
  /** A free name of the event or place. Never signed in disclosure modes `name` and `none`. */
  readonly place?: string | undefined;
};
