import type { Issue } from '@laurel/core/failure';
import { broken, itemsOf, memberOf, type Place } from './place.ts';

/** A term, or an absolute URL: one word either way. What a term stands for is found with its context. */
const TYPE = /^\S+$/;

/** `type`: one or several terms or URLs, among them what such an object must be (VCDM 2.0, Section 4.5). */
export function typeRules(object: Place, wanted?: string): readonly Issue[] {
  const type = memberOf(object, 'type');
  const types = itemsOf(type);
  if (types.length === 0) return [broken(type, 'There must be a type.')];
  const strange = types.filter(({ value }) => typeof value !== 'string' || !TYPE.test(value));
  if (strange.length > 0) {
    return strange.map((one) => broken(one, 'A type is a term or an absolute URL, as a string.'));
  }
  return wanted === undefined || types.some(({ value }) => value === wanted)
    ? []
    : [broken(type, `One of the types must be ${wanted}.`)];
}

/** True where a type stands among an object’s own. */
export function hasType(object: unknown, wanted: string): boolean {
  return itemsOf(memberOf({ value: object, pointer: '' }, 'type')).some(
    ({ value }) => value === wanted,
  );
}
