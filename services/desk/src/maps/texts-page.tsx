import type { Failure } from '@laurel/core/failure';
import { directionOf, type LanguageTag } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { nameOnMap } from '@laurel/pages/map/shown-lanes';
import { Text } from '@laurel/pages/text';
import { type Fields, typedIn } from '../achievements/form-fields.ts';
import { languageName } from '../me/language-name.ts';
import { Boxes, MistakeList, type Mistakes, TextArea, TextField } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import type { DeskMap } from './find-map.ts';
import type { KnownAchievements } from './known-achievements.ts';
import { mapPath, titleOf } from './map-page.ts';
import { asOnMap } from './on-map.ts';
import { type MapText, mapTexts } from './texts-form.ts';

type TextsPageProps = {
  readonly found: DeskMap;
  readonly known: KnownAchievements;
  readonly language: LanguageTag;
  readonly fields: Fields;
  readonly mistakes: Mistakes;
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** The texts of a map in one language; each with the source beside it where it is a translation. */
export function TextsPage(props: TextsPageProps) {
  const { found, language, fields, mistakes, failure, reader } = props;
  const { message } = reader.messages;
  const { issuer, slug, draft, revision } = found;
  const path = mapPath(issuer, slug, '/draft');
  const isSource = language === draft.sourceLanguage;
  // Nobody translates what is not there.
  const texts = mapTexts(draft).filter(
    (one) => isSource || one.texts[draft.sourceLanguage] !== undefined,
  );
  return (
    <>
      <p class="over">
        <a href={linkTo(path, reader)}>
          <Text {...titleOf(draft, slug, reader)} />
        </a>
      </p>
      <h1>
        <bdi lang={language}>{languageName(language, false, reader.messages)}</bdi>
      </h1>
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <RefusalNote failure={failure} reader={reader} />
      {failure !== null && <Meanwhile {...props} texts={texts} />}
      <form method="post" action={linkTo(`${path}/texts`, reader)}>
        <input type="hidden" name="revision" value={String(revision)} />
        <input type="hidden" name="language" value={language} />
        {texts.map((one) => (
          <TextToWrite {...props} text={one} />
        ))}
        {!isSource && (
          <Boxes
            name="reviewed"
            kind="checkbox"
            label={message('achievements-reviewed')}
            values={fields.get('reviewed') ?? []}
            options={[
              {
                value: 'yes',
                label: message('achievements-reviewed-yes'),
                help: message('maps-reviewed-help'),
              },
            ]}
          />
        )}
        <button type="submit">{message('achievements-save')}</button>
      </form>
    </>
  );
}

/** What somebody else has saved where it differs from what was typed. */
function Meanwhile(props: TextsPageProps & { readonly texts: readonly MapText[] }) {
  const { texts, language, fields, reader } = props;
  const { message } = reader.messages;
  const different = texts.filter(
    (one) => (one.texts[language] ?? '') !== typedIn(fields, one.field).trim(),
  );
  return different.length === 0 ? null : (
    <section class="note" aria-labelledby="meanwhile">
      <h2 id="meanwhile">{message('achievements-meanwhile')}</h2>
      <dl>
        {different.map((one) => (
          <>
            <dt>{labelOf(one, props)}</dt>
            <dd>
              <bdi dir="auto">{one.texts[language] ?? message('achievements-empty')}</bdi>
            </dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function TextToWrite({ text, ...props }: TextsPageProps & { readonly text: MapText }) {
  const { found, language, fields, mistakes } = props;
  const { sourceLanguage } = found.draft;
  const source = language === sourceLanguage ? '' : (text.texts[sourceLanguage] ?? '');
  const common = {
    name: text.field,
    label: labelOf(text, props),
    lang: language,
    value: typedIn(fields, text.field),
    mistake: mistakes.get(text.field),
  };
  return (
    <div class={source === '' ? '' : 'pair'}>
      {source !== '' && (
        <blockquote lang={sourceLanguage} dir={directionOf(sourceLanguage)}>
          {source}
        </blockquote>
      )}
      {text.part === 'description' || text.part === 'hint' ? (
        <TextArea {...common} rows={2} />
      ) : (
        <TextField {...common} />
      )}
    </div>
  );
}

function labelOf(text: MapText, { found, known, reader }: TextsPageProps): string {
  const { message } = reader.messages;
  if (text.achievement === null) return message(`maps-text-${text.part}`);
  const { text: name } = nameOnMap(asOnMap(known, found.issuer), text.achievement, reader);
  return message('maps-text-hint-of', name);
}
