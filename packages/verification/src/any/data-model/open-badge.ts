import type { Issue } from '@laurel/core/failure';
import { isJsonObject } from '@laurel/core/json';
import { idRules } from './id.ts';
import { broken, itemsOf, memberOf, type Place } from './place.ts';
import { hasType, typeRules } from './types.ts';

const CONTEXT =
  /^https:\/\/purl\.imsglobal\.org\/spec\/(?:ob\/v3p0|clr\/v2p0)\/context(?:-[\d.]+)?\.json$/;

/** The two names of the type (1EdTech Open Badges 3.0, Section B.1.2). */
const TYPES = ['OpenBadgeCredential', 'AchievementCredential'];

/** True for what says that it is an Open Badge 3.0. */
export function isOpenBadge(document: unknown): boolean {
  return TYPES.some((type) => hasType(document, type));
}

/** What Open Badges 3.0 asks of a credential besides the data model (1EdTech Open Badges 3.0, Appendix B). */
export function openBadgeRules(document: Place): readonly Issue[] {
  if (!isOpenBadge(document.value)) return [];
  const context = memberOf(document, '@context');
  const isNamed = itemsOf(context).some(
    ({ value }) => typeof value === 'string' && CONTEXT.test(value),
  );
  return [
    ...(isNamed ? [] : [broken(context, 'An Open Badge names the context of Open Badges 3.0.')]),
    ...idRules(document, 'required'),
    ...itemsOf(memberOf(document, 'credentialSubject'))
      .filter(({ value }) => isJsonObject(value))
      .flatMap(subjectRules),
  ];
}

function subjectRules(subject: Place): readonly Issue[] {
  const achievement = memberOf(subject, 'achievement');
  const isNamed = memberOf(subject, 'id').value ?? memberOf(subject, 'identifier').value;
  return [
    ...typeRules(subject, 'AchievementSubject'),
    ...(isNamed === undefined
      ? [broken(subject, 'A subject of an Open Badge has an id or an identifier.')]
      : []),
    ...(isJsonObject(achievement.value)
      ? achievementRules(achievement)
      : [broken(achievement, 'There must be an achievement.')]),
  ];
}

function achievementRules(achievement: Place): readonly Issue[] {
  const criteria = memberOf(achievement, 'criteria');
  return [
    ...typeRules(achievement, 'Achievement'),
    ...idRules(achievement, 'required'),
    ...['name', 'description']
      .map((name) => memberOf(achievement, name))
      .filter(({ value }) => typeof value !== 'string' && !isJsonObject(value))
      .map((one) => broken(one, 'There must be a text here.')),
    ...(isJsonObject(criteria.value) ? [] : [broken(criteria, 'There must be criteria.')]),
  ];
}
