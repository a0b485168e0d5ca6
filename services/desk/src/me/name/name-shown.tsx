import { directionOf, type LanguageMap, type LanguageTag } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { INTERFACE_LANGUAGES, type Messages } from '@laurel/i18n/messages';
import { chooseLanguage } from '@laurel/i18n/negotiate';
import { Person } from '@laurel/pages/person';
import type { Desk } from '../../env.ts';

/** A writing of a name, with the messages of its language; of one of the reader's where pages are not in that. */
export type ShownWriting = {
  readonly name: string;
  readonly language: LanguageTag;
  readonly messages: Messages;
};

/** The writings of a name, each to be shown in its own language. */
export function shownWritings(
  { messagesIn }: Desk,
  writings: LanguageMap,
  { languages }: Reader,
): Promise<readonly ShownWriting[]> {
  return Promise.all(
    Object.entries(writings).map(async ([language, name]) => ({
      name,
      language,
      messages: await messagesIn(
        chooseLanguage([language, ...languages], INTERFACE_LANGUAGES, 'en'),
      ),
    })),
  );
}

/** How each writing will stand on a certificate and on its page, with what is said under it. */
export function NameShown({ shown }: { readonly shown: readonly ShownWriting[] }) {
  return (
    <>
      {shown.map(({ name, language, messages: { message, language: said } }) => (
        <div class="card" lang={said} dir={directionOf(said)}>
          <p class="over">{message('certificate-holder-label')}</p>
          <p>
            <span class="who" lang={language}>
              <Person name={name} />
            </span>
            <br />
            <span class="quiet small">{message('certificate-holder-self-declared')}</span>
          </p>
        </div>
      ))}
    </>
  );
}
