import { isJsonObject, type Json } from '@laurel/core/json';
import { type LanguageTag, languageTagFrom } from '@laurel/core/language';
import { isNamed } from '@laurel/i18n/autonym';
import type { TextInLanguage } from './field-value.ts';

/**
 * The texts of a value that is one text in one language or in several; null where it is none. Such are
 * language value objects (W3C VCDM 2.0, Section 11.1), one or an array of them, and maps from language
 * tags to texts (JSON-LD 1.1, Section 4.6.2).
 */
export function textsIn(value: Json): readonly TextInLanguage[] | null {
  if (Array.isArray(value)) {
    const texts = value.map(valueObject);
    const all = texts.filter((text) => text !== null);
    return texts.length > 0 && all.length === texts.length ? all : null;
  }
  const object = valueObject(value);
  return object === null ? languageMap(value) : [object];
}

const MEMBERS = ['@value', '@language', '@direction', '@type'];

function valueObject(value: Json): TextInLanguage | null {
  if (!isJsonObject(value)) return null;
  const { '@value': text, '@language': language } = value;
  if (typeof text !== 'string' || !Object.keys(value).every((name) => MEMBERS.includes(name))) {
    return null;
  }
  return { text, language: typeof language === 'string' ? languageTagFrom(language) : null };
}

/** An object whose only member is `id` has an identifier: there nobody means Indonesian. */
function languageMap(value: Json): readonly TextInLanguage[] | null {
  if (!isJsonObject(value)) return null;
  const entries = Object.entries(value);
  const texts = entries.flatMap(([tag, text]) => {
    const language = knownTag(tag);
    if (language === null) return [];
    if (typeof text === 'string') return [{ text, language }];
    const object = text === undefined ? null : valueObject(text);
    return object === null ? [] : [{ text: object.text, language }];
  });
  const isId = entries.length === 1 && entries[0]?.[0] === 'id';
  return entries.length === 0 || isId || texts.length < entries.length ? null : texts;
}

function knownTag(tag: string): LanguageTag | null {
  const language = languageTagFrom(tag);
  return language !== null && isNamed(language) ? language : null;
}
