import type { AchievementMap } from '@laurel/core/achievement-map';
import type { LanguageTag } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { languageName } from '../me/language-name.ts';
import { TextField } from '../page/fields.tsx';
import type { DeskMap } from './find-map.ts';
import { mapPath } from './map-page.ts';

/** The languages that anything of a map is written in, the source first. */
function languagesOfMap(map: AchievementMap): readonly LanguageTag[] {
  const texts = [
    map.title,
    map.description,
    ...map.lanes.flatMap(({ title, steps }) => [title, ...steps.map(({ hint }) => hint)]),
  ];
  return [...new Set([map.sourceLanguage, ...texts.flatMap((text) => Object.keys(text))])];
}

type MapLanguagesProps = {
  readonly found: DeskMap;
  readonly language: { readonly typed: string; readonly mistake: string | undefined };
  readonly reader: Reader;
};

/** The texts of a map, language by language, and one more. */
export function MapLanguages({ found, language, reader }: MapLanguagesProps) {
  const { message } = reader.messages;
  const { issuer, slug, draft } = found;
  const path = mapPath(issuer, slug, '/draft/texts');
  const stateOf = (tag: LanguageTag) => {
    if (tag === draft.sourceLanguage) return message('achievements-is-source');
    const isDraft = draft.drafts.includes(tag);
    return message(isDraft ? 'achievements-is-unreviewed' : 'achievements-is-reviewed');
  };
  return (
    <>
      <h2>{message('achievements-texts')}</h2>
      <ul class="people">
        {languagesOfMap(draft).map((tag) => (
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
