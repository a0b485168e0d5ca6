import type { Issue } from '@laurel/core/failure';
import { isJsonObject } from '@laurel/core/json';
import { idRules } from './id.ts';
import { broken, memberOf, type Place } from './place.ts';
import { textRules } from './texts.ts';
import { isUrl } from './url.ts';

/** `issuer`: a URL, or an object whose id is one (VCDM 2.0, Section 4.7). */
export function issuerRules(document: Place): readonly Issue[] {
  return partyRules(memberOf(document, 'issuer'));
}

/** `holder` of a presentation, where there is one: the same (VCDM 2.0, Section 4.13). */
export function holderRules(document: Place): readonly Issue[] {
  const holder = memberOf(document, 'holder');
  return holder.value === undefined ? [] : partyRules(holder);
}

function partyRules(party: Place): readonly Issue[] {
  if (isUrl(party.value)) return [];
  return isJsonObject(party.value)
    ? [...idRules(party, 'required'), ...textRules(party)]
    : [broken(party, 'This must be a URL, or an object with a URL as its id.')];
}
