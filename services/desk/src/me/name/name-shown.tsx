import { directionOf, type LanguageMap } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { INTERFACE_LANGUAGES, messagesFor } from '@laurel/i18n/messages';
import { chooseLanguage } from '@laurel/i18n/negotiate';
import { Person } from '@laurel/pages/person';

type NameShownProps = { readonly writings: LanguageMap; readonly reader: Reader };

/** How each writing will stand on a certificate and on its page, with what is said under it. */
export function NameShown({ writings, reader }: NameShownProps) {
  return (
    <>
      {Object.entries(writings).map(([language, name]) => {
        const { message, language: said } = messagesFor(
          chooseLanguage([language, ...reader.languages], INTERFACE_LANGUAGES, 'en'),
        );
        return (
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
        );
      })}
    </>
  );
}
