import type { LanguageTag } from '@laurel/core/language';
import { INTERFACE_LANGUAGES, messagesFor } from './messages.ts';

/**
 * The languages in which the service says something of its own in a learner record. What nobody has reviewed is
 * signed for demonstrations alone.
 */
export function recordLanguages(isDemonstration: boolean): readonly LanguageTag[] {
  return INTERFACE_LANGUAGES.filter((tag) => isDemonstration || !messagesFor(tag).draft);
}
