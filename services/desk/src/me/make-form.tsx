import { languagesToSign } from '@laurel/core/achievement';
import type { Reader } from '@laurel/http/reader';
import { chooseLanguage } from '@laurel/i18n/negotiate';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import type { Session } from '../session/sessions.ts';
import type { HolderAward } from './holder-award.ts';
import { languageName } from './language-name.ts';

type MakeFormProps = {
  readonly held: HolderAward;
  /** Drawn for this page: the form sent twice makes one credential. */
  readonly requestKey: string;
  readonly session: Session;
  readonly reader: Reader;
};

/** Which credential to make of an award: its language, and what it says of the holder. */
export function MakeForm({ held, requestKey, session, reader }: MakeFormProps) {
  const { award, achievement, issuer } = held;
  const { message } = reader.messages;
  const languages = languagesToSign(achievement, issuer.demonstration);
  const chosen = chooseLanguage(reader.languages, languages, award.language);
  const named = session.username !== null && award.disclosure === 'account';
  return (
    <form method="post" action={linkTo(`/me/awards/${award.id}/credentials`, reader)}>
      <input type="hidden" name="request_key" value={requestKey} />
      <p>{message('me-make-lead')}</p>
      <div>
        <label for="language">{message('me-make-language')}</label>
        <select id="language" name="language">
          {languages.map((language) => (
            <option value={language} selected={language === chosen}>
              {languageName(language, achievement.drafts.includes(language), reader.messages)}
            </option>
          ))}
        </select>
      </div>
      <fieldset>
        <legend>{message('me-make-disclosure')}</legend>
        {session.username !== null && (
          <label class="choice">
            <input type="radio" name="disclosure" value="account" required checked={named} />
            <span>
              {message('me-disclosure-account')} <Person name={session.username} />
              <span class="help">{message('me-disclosure-account-means')}</span>
            </span>
          </label>
        )}
        <label class="choice">
          <input type="radio" name="disclosure" value="none" required checked={!named} />
          <span>
            {message('me-disclosure-none')}
            <span class="help">{message('me-disclosure-none-means')}</span>
          </span>
        </label>
      </fieldset>
      <button type="submit">{message('me-make-button')}</button>
      <p class="quiet small">{message('me-make-nothing-public')}</p>
    </form>
  );
}
