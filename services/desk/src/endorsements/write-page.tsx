import { BEHAVIOURS } from '@laurel/catalogue/behaviours';
import { ENDORSEMENT_STORY_LENGTH } from '@laurel/contracts/endorsement-requests';
import type { Failure } from '@laurel/core/failure';
import type { Reader } from '@laurel/http/reader';
import { LANGUAGE_CHOICES } from '@laurel/i18n/autonym';
import { linkTo } from '@laurel/pages/link';
import { textFor } from '@laurel/pages/text';
import { Boxes, MistakeList, type Mistakes, Select, TextArea } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import type { Session } from '../session/sessions.ts';
import { AskedAbout, WhoAsks } from './endorsing-page.tsx';
import type { Ask } from './own-endorsements.ts';
import type { WriteFields } from './write-fields.ts';

type WritePageProps = {
  readonly ask: Ask;
  readonly fields: WriteFields;
  readonly mistakes: Mistakes;
  readonly failure: Failure | null;
  readonly session: Session;
  readonly reader: Reader;
};

/** What somebody saw: one behaviour, a short story, and whether it says who wrote it. */
export function WritePage({ ask, fields, mistakes, failure, session, reader }: WritePageProps) {
  const { message } = reader.messages;
  const path = `/me/endorsing/${ask.endorsement.id}`;
  return (
    <>
      <p class="over">
        <a href={linkTo('/me/endorsing', reader)}>{message('endorsing-title')}</a>
      </p>
      <h1>
        <AskedAbout ask={ask} reader={reader} />
      </h1>
      <WhoAsks ask={ask} reader={reader} />
      <p class="lead">{message('endorsing-write-lead')}</p>
      {ask.disclosure !== 'account' && <p class="note">{message('endorsing-nameless')}</p>}
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <RefusalNote failure={failure} reader={reader} />
      <form method="post" action={linkTo(path, reader)}>
        <Behaviours value={fields.behaviour} mistake={mistakes.get('behaviour')} reader={reader} />
        <TextArea
          name="story"
          label={message('endorsing-story')}
          help={message(
            'endorsing-story-help',
            ENDORSEMENT_STORY_LENGTH.min,
            ENDORSEMENT_STORY_LENGTH.max,
          )}
          value={fields.story}
          mistake={mistakes.get('story')}
          rows={7}
          maxlength={ENDORSEMENT_STORY_LENGTH.max}
          required
        />
        <Select
          name="language"
          label={message('endorsing-language')}
          value={fields.language}
          mistake={mistakes.get('language')}
          options={LANGUAGE_CHOICES.map(([value, label]) => ({ value, label, lang: value }))}
        />
        <Boxes
          kind="radio"
          name="disclosure"
          label={message('endorsing-disclosure')}
          values={[fields.disclosure]}
          mistake={mistakes.get('disclosure')}
          options={[
            ...(session.username === null || ask.mayIncludeMinors
              ? []
              : [
                  {
                    value: 'account',
                    label: message('endorsing-disclosure-account', session.username),
                    help: message('endorsing-disclosure-account-help'),
                  },
                ]),
            {
              value: 'none',
              label: message('endorsing-disclosure-none'),
              help: message('endorsing-disclosure-none-help'),
            },
          ]}
        />
        <button type="submit">{message('endorsing-send')}</button>
      </form>
      <h2>{message('endorsing-rather-not')}</h2>
      <p>{message('endorsing-decline-means')}</p>
      <div class="actions">
        <form method="post" action={linkTo(`${path}/decline`, reader)}>
          <button type="submit" class="quieter">
            {message('endorsing-decline')}
          </button>
        </form>
        <form method="post" action={linkTo(`${path}/mute`, reader)}>
          <button type="submit" class="quieter">
            {message('endorsing-mute')}
          </button>
        </form>
      </div>
    </>
  );
}

type BehavioursProps = {
  readonly value: string;
  readonly mistake: string | undefined;
  readonly reader: Reader;
};

/** One of many, by what it shows. */
function Behaviours({ value, mistake, reader }: BehavioursProps) {
  const { message } = reader.messages;
  return (
    <div>
      <label for="field-behaviour">{message('endorsing-behaviour')}</label>
      <span class="help" id="field-behaviour-help">
        {message('endorsing-behaviour-help')}
      </span>
      <select
        id="field-behaviour"
        name="behaviour"
        required
        aria-describedby={`field-behaviour-help${mistake === undefined ? '' : ' field-behaviour-mistake'}`}
        {...(mistake === undefined ? {} : { 'aria-invalid': 'true' })}
      >
        <option value="">{message('sheets-choose')}</option>
        {BEHAVIOURS.map(({ quality, behaviours }) => (
          <optgroup label={message(`quality-${quality}`)}>
            {behaviours.map(({ id, text }) => {
              const told = textFor(text, reader, 'en');
              return (
                <option value={id} selected={id === value} lang={told.language}>
                  {told.text}
                </option>
              );
            })}
          </optgroup>
        ))}
      </select>
      {mistake !== undefined && (
        <p class="mistake" id="field-behaviour-mistake">
          {mistake}
        </p>
      )}
    </div>
  );
}
