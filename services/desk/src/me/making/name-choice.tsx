import type { LanguageMap } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { autonymOf } from '@laurel/i18n/autonym';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';

type NameChoiceProps = {
  /** Empty where no name was given. */
  readonly writings: LanguageMap;
  readonly isChosen: boolean;
  /** The language of the writing that is chosen. */
  readonly writing: string;
  readonly reader: Reader;
};

/** The choice of the declared name, in one of its writings; the way to give one where there is none. */
export function NameChoice({ writings, isChosen, writing, reader }: NameChoiceProps) {
  const { message } = reader.messages;
  const all = Object.entries(writings);
  const [first] = all;
  if (first === undefined) {
    return (
      <p class="help">
        {message('me-disclosure-name-first')}{' '}
        <a href={linkTo('/me/name', reader)}>{message('me-disclosure-name-give')}</a>
      </p>
    );
  }
  const [only, name] = first;
  return (
    <>
      <label class="choice">
        <input type="radio" name="disclosure" value="name" required checked={isChosen} />
        <span>
          {message('me-disclosure-name')} <Person name={name} />
          <span class="help">{message('me-disclosure-name-means')}</span>
        </span>
      </label>
      {all.length === 1 ? (
        <input type="hidden" name="writing" value={only} />
      ) : (
        <div>
          <label for="writing">{message('me-disclosure-writing')}</label>
          <select id="writing" name="writing">
            {all.map(([language, written]) => (
              <option value={language} lang={language} selected={language === writing}>
                {`${written} · ${autonymOf(language)}`}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}
