import type { Achievement } from '@laurel/core/achievement';
import { directionOf, type LanguageTag } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import type { Messages } from '@laurel/i18n/messages';
import { linkTo } from '@laurel/pages/link';
import { Boxes, type Mistakes, TextArea, TextField } from '../page/fields.tsx';
import { achievementPath } from './achievement-page.ts';
import { type Fields, typedIn } from './form-fields.ts';
import { type TextSpec, textSpecs } from './texts-form.ts';

type TextsFieldsProps = {
  readonly facts: Achievement;
  readonly language: LanguageTag;
  readonly fields: Fields;
  readonly mistakes: Mistakes;
  readonly messages: Messages;
};

/** The texts of one language; each with the source beside it where it is a translation. */
export function TextsFields({ facts, language, fields, mistakes, messages }: TextsFieldsProps) {
  const { message } = messages;
  const isSource = language === facts.sourceLanguage;
  return (
    <>
      <input type="hidden" name="language" value={language} />
      {textSpecs(facts, language, fields).map((spec) => (
        <div class={spec.source === null || spec.source === '' ? '' : 'pair'}>
          {spec.source !== null && <SourceText spec={spec} language={facts.sourceLanguage} />}
          <TextToWrite
            spec={spec}
            language={language}
            value={typedIn(fields, spec.field)}
            mistake={mistakes.get(spec.field)}
            messages={messages}
          />
        </div>
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
              help: message('achievements-reviewed-help'),
            },
          ]}
        />
      )}
    </>
  );
}

type SourceTextProps = { readonly spec: TextSpec; readonly language: LanguageTag };

function SourceText({ spec: { source }, language }: SourceTextProps) {
  return source === '' ? null : (
    <blockquote lang={language} dir={directionOf(language)}>
      {source}
    </blockquote>
  );
}

type TextToWriteProps = {
  readonly spec: TextSpec;
  readonly language: LanguageTag;
  readonly value: string;
  readonly mistake: string | undefined;
  readonly messages: Messages;
};

/** No `maxlength`: a text that is pasted and too long is told so, rather than cut unseen. */
function TextToWrite({ spec, language, value, mistake, messages }: TextToWriteProps) {
  const { part, field, number, source } = spec;
  const common = {
    name: field,
    label: labelOfText(spec, messages),
    lang: language,
    value,
    mistake,
    ...(source === null && (number === null || number === 1)
      ? { help: messages.message(`achievements-help-${part}`) }
      : {}),
  };
  return part === 'name' || part === 'resumeHeadline' ? (
    <TextField {...common} />
  ) : (
    <TextArea {...common} rows={3} />
  );
}

/** What a text is called, with its number in a list. */
export function labelOfText({ part, number }: TextSpec, { message }: Messages): string {
  const label = message(`achievements-part-${part}`);
  return number === null ? label : message('achievements-numbered', label, number);
}

type RemoveLanguageProps = {
  readonly issuer: string;
  readonly facts: Achievement;
  readonly language: LanguageTag;
  readonly revision: number;
  readonly reader: Reader;
};

/** Takes a language out of a draft; nothing for the source language, or one that is not in it. */
export function RemoveLanguage(props: RemoveLanguageProps) {
  const { issuer, facts, language, revision, reader } = props;
  const { message } = reader.messages;
  if (language === facts.sourceLanguage || facts.name[language] === undefined) return null;
  const path = achievementPath(issuer, facts.slug, '/draft/texts/end');
  return (
    <details>
      <summary>{message('achievements-remove-language')}</summary>
      <form method="post" action={linkTo(path, reader)}>
        <p>{message('achievements-remove-language-means')}</p>
        <input type="hidden" name="language" value={language} />
        <input type="hidden" name="revision" value={String(revision)} />
        <button type="submit" class="grave">
          {message('achievements-remove-language')}
        </button>
      </form>
    </details>
  );
}
