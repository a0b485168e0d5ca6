import type { Issue } from '@laurel/core/failure';
import { contextRules } from './context.ts';
import { idRules } from './id.ts';
import { issuerRules } from './issuer.ts';
import { learnerRecordRules } from './learner-record.ts';
import { openBadgeRules } from './open-badge.ts';
import type { Place } from './place.ts';
import { proofRules } from './proof-shape.ts';
import { relatedResourceRules } from './related-resources.ts';
import { subjectRules } from './subject.ts';
import { textRules } from './texts.ts';
import { typedObjectRules } from './typed-objects.ts';
import { typeRules } from './types.ts';
import { validityRules } from './validity.ts';
import { versionOf } from './version.ts';

/**
 * Every rule that a credential breaks of the data model that it names: VCDM 2.0 or 1.1, and Open Badges
 * 3.0 or CLR 2.0 upon it. Signed or not: a proof is held to its shape where there is one. What JSON-LD alone can
 * tell, such as a term without a meaning, is found where a document is canonicalized.
 *
 * @param pointer where the document stands, for what is told of its parts.
 */
export function credentialRules(document: unknown, pointer = ''): readonly Issue[] {
  const place: Place = { value: document, pointer };
  const version = versionOf(document);
  return [
    ...contextRules(place, version),
    ...idRules(place),
    ...typeRules(place, 'VerifiableCredential'),
    ...textRules(place),
    ...issuerRules(place),
    ...validityRules(place, version),
    ...subjectRules(place),
    ...typedObjectRules(place, version),
    ...relatedResourceRules(place),
    ...openBadgeRules(place),
    ...learnerRecordRules(place),
    ...proofRules(place),
  ];
}
