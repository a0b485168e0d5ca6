import type { Issue } from '@laurel/core/failure';
import { isJsonObject } from '@laurel/core/json';
import { idRules } from './id.ts';
import { broken, itemsOf, memberOf, type Place } from './place.ts';

/** `credentialSubject`: one or several objects, of each of which something is said (VCDM 2.0, Section 4.8). */
export function subjectRules(document: Place): readonly Issue[] {
  const subject = memberOf(document, 'credentialSubject');
  const subjects = itemsOf(subject);
  if (subjects.length === 0) return [broken(subject, 'There must be a credentialSubject.')];
  return subjects.flatMap((one) =>
    isJsonObject(one.value) && Object.keys(one.value).length > 0
      ? idRules(one)
      : [broken(one, 'A subject is an object that says something.')],
  );
}
