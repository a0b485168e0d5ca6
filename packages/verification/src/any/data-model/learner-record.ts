import type { Issue } from '@laurel/core/failure';
import { isJsonObject } from '@laurel/core/json';
import { idRules } from './id.ts';
import { broken, itemsOf, memberOf, type Place } from './place.ts';
import { hasType, typeRules } from './types.ts';

const CONTEXT = /^https:\/\/purl\.imsglobal\.org\/spec\/clr\/v2p0\/context(?:-[\d.]+)?\.json$/;

/** What a Comprehensive Learner Record asks for besides the data model (1EdTech CLR Standard 2.0, Appendix B). */
export function learnerRecordRules(document: Place): readonly Issue[] {
  if (!hasType(document.value, 'ClrCredential')) return [];
  const context = memberOf(document, '@context');
  const name = memberOf(document, 'name');
  const isNamed = itemsOf(context).some(
    ({ value }) => typeof value === 'string' && CONTEXT.test(value),
  );
  return [
    ...(isNamed ? [] : [broken(context, 'A learner record names the context of CLR 2.0.')]),
    ...idRules(document, 'required'),
    ...(typeof name.value === 'string' || isJsonObject(name.value)
      ? []
      : [broken(name, 'A learner record has a name.')]),
    ...itemsOf(memberOf(document, 'credentialSubject')).flatMap(subjectRules),
  ];
}

function subjectRules(subject: Place): readonly Issue[] {
  if (!isJsonObject(subject.value)) return [];
  const held = memberOf(subject, 'verifiableCredential');
  const isNamed = memberOf(subject, 'id').value ?? memberOf(subject, 'identifier').value;
  return [
    ...typeRules(subject, 'ClrSubject'),
    ...(isNamed === undefined
      ? [broken(subject, 'A subject of a learner record has an id or an identifier.')]
      : []),
    ...(itemsOf(held).length > 0 ? [] : [broken(held, 'A learner record holds credentials.')]),
    ...itemsOf(held)
      .filter(({ value }) => !isJsonObject(value))
      .map((one) => broken(one, 'What a learner record holds are credentials.')),
  ];
}
