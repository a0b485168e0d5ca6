import type { Achievement } from '@laurel/core/achievement';
import { ACHIEVEMENT_THEMES } from '@laurel/core/achievement-theme';
import type { Failure } from '@laurel/core/failure';
import { HOURS_BANDS, MAX_TOPIC_LENGTH, MAX_TOPICS, MENTORING_SIDES } from '@laurel/core/mentoring';
import type { AccountToCompare } from '@laurel/core/person-finding';
import type { Reader } from '@laurel/http/reader';
import { NAMED_LANGUAGES, nameOfLanguage } from '@laurel/i18n/language-names';
import { linkTo } from '@laurel/pages/link';
import type { OfferingIssuer } from '../../mentoring/offering.ts';
import {
  Boxes,
  MistakeList,
  type Mistakes,
  Select,
  TextArea,
  TextField,
} from '../../page/fields.tsx';
import { PeriodFields } from '../../page/period-fields.tsx';
import { RefusalNote } from '../../page/refusal-note.tsx';
import { NearNames } from '../../sheets/near-names.tsx';
import { Localised, nameIn } from '../localised.tsx';
import { type AskFields, LANGUAGE_FIELDS } from './ask-form.ts';
import { NamesBox } from './names-box.tsx';

type AskPageProps = {
  readonly issuer: OfferingIssuer;
  /** What the issuer awards for mentoring. */
  readonly achievements: readonly Achievement[];
  readonly fields: AskFields;
  readonly mistakes: Mistakes;
  /** Accounts with names like the one that was not found. */
  readonly near: readonly AccountToCompare[];
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** What somebody says of mentoring, for the other one to confirm. */
export function AskPage(props: AskPageProps) {
  const { issuer, achievements, fields, mistakes, near, failure, reader } = props;
  const { message } = reader.messages;
  const field = (name: 'username' | 'achievement' | 'topics' | 'hoursBand' | 'side') => ({
    name,
    mistake: mistakes.get(name),
  });
  return (
    <>
      <p class="over">
        <Localised texts={issuer.names} reader={reader} />
      </p>
      <h1>{message('mentoring-form-title')}</h1>
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <RefusalNote failure={failure} reader={reader} />
      <form method="post" action={linkTo(`/me/mentoring/ask/${issuer.slug}`, reader)}>
        <Boxes
          {...field('side')}
          kind="radio"
          label={message('mentoring-form-side')}
          values={[fields.side]}
          options={MENTORING_SIDES.map((side) => ({
            value: side,
            label: message(`mentoring-form-side-${side}`),
          }))}
        />
        <TextField
          {...field('username')}
          label={message('mentoring-form-username')}
          value={fields.username}
          autocomplete="off"
          required
        />
        <NearNames near={near} reader={reader} />
        <Select
          {...field('achievement')}
          label={message('mentoring-form-achievement')}
          value={fields.achievement}
          options={achievements.map((achievement) => ({
            value: achievement.slug,
            label: nameIn(achievement.name, reader, achievement.sourceLanguage),
          }))}
        />
        <PeriodFields
          fields={fields}
          mistakes={mistakes}
          help={message('mentoring-form-end-help')}
          messages={reader.messages}
        />
        <Languages fields={fields} mistakes={mistakes} reader={reader} />
        <Boxes
          name="themes"
          kind="checkbox"
          label={message('mentoring-topics')}
          values={fields.themes}
          options={ACHIEVEMENT_THEMES.map((theme) => ({
            value: theme,
            label: message(`mentoring-theme-${theme}`),
          }))}
        />
        <TextArea
          {...field('topics')}
          label={message('mentoring-form-own-topics')}
          help={message('mentoring-form-own-topics-help', MAX_TOPICS, MAX_TOPIC_LENGTH)}
          value={fields.topics}
          rows={MAX_TOPICS}
        />
        <Boxes
          {...field('hoursBand')}
          kind="radio"
          label={message('mentoring-hours')}
          help={message('mentoring-form-hours-help')}
          values={[fields.hoursBand]}
          options={HOURS_BANDS.map((band) => ({
            value: band,
            label: message(`mentoring-hours-${band}`),
          }))}
        />
        <NamesBox ticked={fields.namesMentee} reader={reader} />
        <button type="submit">{message('mentoring-continue')}</button>
      </form>
    </>
  );
}

type LanguagesProps = Pick<AskPageProps, 'fields' | 'mistakes' | 'reader'>;

function Languages({ fields, mistakes, reader }: LanguagesProps) {
  const { message } = reader.messages;
  const named = NAMED_LANGUAGES.map((tag) => ({ value: tag, label: nameOfLanguage(tag) }));
  return (
    <fieldset>
      <legend>{message('mentoring-languages')}</legend>
      <span class="help">{message('mentoring-form-languages-help')}</span>
      {LANGUAGE_FIELDS.map((name, at) => (
        <Select
          name={name}
          label={message('mentoring-form-language', at + 1)}
          value={fields.languages[at]}
          mistake={mistakes.get(name)}
          options={[{ value: '', label: message('mentoring-form-language-none') }, ...named]}
        />
      ))}
    </fieldset>
  );
}
