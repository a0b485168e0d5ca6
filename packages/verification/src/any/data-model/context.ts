import type { Issue } from '@laurel/core/failure';
import { isJsonObject } from '@laurel/core/json';
import { broken, itemsOf, memberOf, type Place } from './place.ts';
import { isUrl } from './url.ts';
import { BASE_CONTEXTS, type DataModelVersion } from './version.ts';

/** `@context`: a list whose first item is the base context, and whose others are URLs or objects (VCDM 2.0, Section 4.3; 1.1, Section 4.1). */
export function contextRules(document: Place, version: DataModelVersion): readonly Issue[] {
  const context = memberOf(document, '@context');
  const base = BASE_CONTEXTS[version];
  if (!Array.isArray(context.value)) {
    return [broken(context, `There must be a list of contexts that begins with ${base}.`)];
  }
  const [first, ...others] = itemsOf(context);
  return [
    ...(first?.value === base
      ? []
      : [broken(first ?? context, `The first context must be ${base}.`)]),
    ...others
      .filter(({ value }) => !isUrl(value) && !isJsonObject(value))
      .map((item) => broken(item, 'A context is a URL or an object.')),
  ];
}
