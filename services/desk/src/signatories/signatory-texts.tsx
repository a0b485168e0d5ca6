import { directionOf, type LanguageTag } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { autonymOf } from '@laurel/i18n/autonym';
import { Person } from '@laurel/pages/person';
import type { ListedSignatory } from './list-signatories.ts';

type SignatoryTextsProps = {
  readonly signatory: Pick<ListedSignatory, 'names' | 'offices'>;
  /** True for the reader’s own. */
  readonly own: boolean;
  readonly reader: Reader;
};

/** How somebody is named: their names and offices, each in its language. */
export function SignatoryTexts({ signatory, own, reader }: SignatoryTextsProps) {
  const { names, offices } = signatory;
  const languages = [...new Set([...Object.keys(names), ...Object.keys(offices)])];
  return (
    <>
      {languages.map((tag, at) => (
        <p>
          {names[tag] !== undefined && (
            <strong lang={tag}>
              <Person name={names[tag]} />
            </strong>
          )}{' '}
          {own && at === 0 && <span class="tag">{reader.messages.message('signatories-you')}</span>}{' '}
          <Office text={offices[tag]} language={tag} />
          <span class="quiet small">
            <bdi lang={tag}>{autonymOf(tag)}</bdi>
          </span>
        </p>
      ))}
    </>
  );
}

type OfficeProps = { readonly text: string | undefined; readonly language: LanguageTag };

function Office({ text, language }: OfficeProps) {
  return text === undefined ? null : (
    <>
      <br />
      <bdi lang={language} dir={directionOf(language)}>
        {text}
      </bdi>
      {' · '}
    </>
  );
}
