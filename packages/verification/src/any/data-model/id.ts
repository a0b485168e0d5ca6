import type { Issue } from '@laurel/core/failure';
import { broken, memberOf, type Place } from './place.ts';
import { isUrl } from './url.ts';

/** `id`: a single URL, where there is one (VCDM 2.0, Section 4.4). */
export function idRules(
  object: Place,
  need: 'required' | 'optional' = 'optional',
): readonly Issue[] {
  const id = memberOf(object, 'id');
  if (id.value === undefined) {
    return need === 'required' ? [broken(id, 'There must be an id.')] : [];
  }
  return isUrl(id.value) ? [] : [broken(id, 'An id is a single URL, as a string.')];
}
