import { languagesToSign } from '@laurel/core/achievement';
import type { LanguageMap } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { chooseLanguage } from '@laurel/i18n/negotiate';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { EndorsementBoxes } from '../../endorsements/endorsement-boxes.tsx';
import type { OwnEndorsement } from '../../endorsements/own-endorsements.ts';
import type { Session } from '../../session/sessions.ts';
import type { HolderAward } from '../holder-award.ts';
import { languageName } from '../language-name.ts';
import { NameChoice } from './name-choice.tsx';
import { MAX_NOTE_LENGTH } from './note.ts';

type MakeFormProps = {
  readonly held: HolderAward;
  /** Drawn for this page: the form sent twice makes one credential. */
  readonly requestKey: string;
  /** The holder's declared name; empty where none was given. */
  readonly writings: LanguageMap;
  /** True where another credential of this award was made before. */
  readonly isFurther: boolean;
  /** What others say of the award, that its holder accepted. */
  readonly accepted: readonly OwnEndorsement[];
  /** What was chosen in a form that was refused; null in one that was not sent yet. */
  readonly typed: URLSearchParams | null;
  readonly session: Session;
  readonly reader: Reader;
};

/** Which credential to make of an award: its language, what it says of the holder, and for whom it is. */
export function MakeForm(props: MakeFormProps) {
  const { held, requestKey, isFurther, typed, reader } = props;
  const { award, achievement, issuer } = held;
  const { message } = reader.messages;
  const languages = languagesToSign(achievement, issuer.demonstration);
  const chosen =
    typed?.get('language') ?? chooseLanguage(reader.languages, languages, award.language);
  const path = `/me/awards/${award.id}`;
  return (
    <form method="post" action={linkTo(`${path}/credentials`, reader)}>
      <input type="hidden" name="request_key" value={requestKey} />
      <p>{message('me-make-lead')}</p>
      {isFurther && <p class="note">{message('me-make-linkable')}</p>}
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
      <Disclosures {...props} language={chosen} />
      <EndorsementBoxes
        accepted={props.accepted}
        chosen={typed?.getAll('endorsement') ?? []}
        reader={reader}
      />
      <div>
        <label for="note">{message('me-note')}</label>
        <span class="help" id="note-help">
          {message('me-note-help')}
        </span>
        <input
          id="note"
          name="note"
          type="text"
          dir="auto"
          value={typed?.get('note') ?? ''}
          maxlength={MAX_NOTE_LENGTH}
          autocomplete="off"
          aria-describedby="note-help"
        />
      </div>
      <p class="actions">
        <button type="submit">{message('me-make-button')}</button>
        <button type="submit" class="quieter" formaction={linkTo(`${path}/preview`, reader)}>
          {message('me-make-preview')}
        </button>
      </p>
      <p class="quiet small">{message('me-make-nothing-public')}</p>
    </form>
  );
}

function Disclosures({
  held,
  writings,
  typed,
  session,
  reader,
  language,
}: MakeFormProps & { readonly language: string }) {
  const { message } = reader.messages;
  const usual =
    session.username !== null && held.award.disclosure === 'account' ? 'account' : 'none';
  const disclosure = typed?.get('disclosure') ?? usual;
  return (
    <fieldset>
      <legend>{message('me-make-disclosure')}</legend>
      {session.username !== null && (
        <label class="choice">
          <input
            type="radio"
            name="disclosure"
            value="account"
            required
            checked={disclosure === 'account'}
          />
          <span>
            {message('me-disclosure-account')} <Person name={session.username} />
            <span class="help">{message('me-disclosure-account-means')}</span>
          </span>
        </label>
      )}
      <label class="choice">
        <input
          type="radio"
          name="disclosure"
          value="none"
          required
          checked={disclosure === 'none'}
        />
        <span>
          {message('me-disclosure-none')}
          <span class="help">{message('me-disclosure-none-means')}</span>
        </span>
      </label>
      <NameChoice
        writings={writings}
        isChosen={disclosure === 'name'}
        writing={typed?.get('writing') ?? language}
        reader={reader}
      />
    </fieldset>
  );
}
