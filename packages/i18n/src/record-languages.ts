import type { LanguageTag } from '@laurel/core/language';
import { INTERFACE_LANGUAGES, isDraft } from './texts-at-hand.ts';

/**
 * The languages in which the service says something of its own in a learner record. What nobody has reviewed is
 * signed for demonstrations alone.
 */
export function recordLanguages(isDemonstration: boolean): readonly LanguageTag[] {
  return INTERFACE_LANGUAGES.filter((tag) => isDemonstration || !isDraft(tag));
}
