import type { LanguageTag } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { languageName } from '../me/language-name.ts';
import { TextField } from '../page/fields.tsx';

/** A language that is to be added, as it was typed, and what is wrong with it. */
export type TypedLanguage = { readonly typed: string; readonly mistake: string | undefined };

type LanguagesOfDraftProps = {
  /** Those that anything is written in. */
  readonly languages: readonly LanguageTag[];
  readonly draft: { readonly sourceLanguage: LanguageTag; readonly drafts: readonly LanguageTag[] };
  /** Where the texts of one are written: it takes `language`. */
  readonly path: string;
  readonly language: TypedLanguage;
  readonly reader: Reader;
};

/** The texts of a draft, language by language, and one more. */
export function LanguagesOfDraft(props: LanguagesOfDraftProps) {
  const { languages, draft, path, language, reader } = props;
  const { message } = reader.messages;
  const stateOf = (tag: LanguageTag) => {
    if (tag === draft.sourceLanguage) return message('achievements-is-source');
    const isUnreviewed = draft.drafts.includes(tag);
    return message(isUnreviewed ? 'achievements-is-unreviewed' : 'achievements-is-reviewed');
  };
  return (
    <>
      <h2>{message('achievements-texts')}</h2>
      <ul class="people">
        {languages.map((tag) => (
          <li>
            <a href={linkTo(`${path}?language=${tag}`, reader)}>
              <bdi lang={tag}>{languageName(tag, false, reader.messages)}</bdi>
            </a>
            <p class="quiet small">{stateOf(tag)}</p>
          </li>
        ))}
      </ul>
      <form method="get" action={path}>
        {reader.uselang !== null && <input type="hidden" name="uselang" value={reader.uselang} />}
        <TextField
          name="language"
          label={message('achievements-add-language')}
          help={message('achievements-language-help')}
          value={language.typed}
          mistake={language.mistake}
          maxlength={35}
          autocomplete="off"
          required
        />
        <button type="submit" class="quieter">
          {message('achievements-write-language')}
        </button>
      </form>
    </>
  );
}
