import type { LanguageTag } from '@laurel/core/language';
import Banana from 'banana-i18n';
import former from './former-labels.json' with { type: 'json' };

type Messages = Readonly<Record<string, readonly string[]>>;

const FORMER: Readonly<Record<LanguageTag, Messages>> = former;

/**
 * What certificates in a language once said of their own and say no more, as messages by the keys that they
 * had. Papers that say so are as good as ever: nothing is ever taken out.
 */
export function formerMessages(language: LanguageTag): Messages {
  return FORMER[language] ?? {};
}

/** The same as texts; of one key where one is given. */
export function formerLabels(
  language: LanguageTag,
  parameters: readonly (string | number)[],
  key: string | null = null,
): readonly string[] {
  const banana = new Banana(language);
  return Object.entries(formerMessages(language))
    .filter(([one]) => key === null || one === key)
    .flatMap(([, messages]) => messages)
    .map((message) => banana.i18n(message, ...parameters));
}
