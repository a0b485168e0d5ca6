import type { Issue } from '@laurel/core/failure';
import { isJsonObject } from '@laurel/core/json';
import { broken, itemsOf, memberOf, type Place } from './place.ts';

/** Well-formed language tags, of which no registry is asked (BCP 47, Section 2.1). */
const LANGUAGE_TAG = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i;

/** `name` and `description` of an object: a text, or texts with their language and direction (VCDM 2.0, Sections 4.6 and 11.1). */
export function textRules(object: Place): readonly Issue[] {
  return ['name', 'description'].flatMap((name) =>
    itemsOf(memberOf(object, name)).flatMap((text) =>
      typeof text.value === 'string' ? [] : languageValueRules(text),
    ),
  );
}

function languageValueRules(text: Place): readonly Issue[] {
  if (!isJsonObject(text.value)) {
    return [broken(text, 'A text is a string, or an object with @value and @language.')];
  }
  const { '@value': value, '@language': language, '@direction': direction, ...more } = text.value;
  return [
    ...(typeof value === 'string'
      ? []
      : [broken(memberOf(text, '@value'), 'The @value of a text is a string.')]),
    ...(language === undefined || (typeof language === 'string' && LANGUAGE_TAG.test(language))
      ? []
      : [broken(memberOf(text, '@language'), 'The @language of a text is a language tag.')]),
    ...(direction === undefined || direction === 'ltr' || direction === 'rtl'
      ? []
      : [broken(memberOf(text, '@direction'), 'The @direction of a text is ltr or rtl.')]),
    ...Object.keys(more).map((name) =>
      broken(
        memberOf(text, name),
        'A text has @value, @language and @direction, and nothing else.',
      ),
    ),
  ];
}
