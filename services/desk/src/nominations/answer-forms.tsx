import { ANSWER_LENGTH } from '@laurel/contracts/nomination-requests';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Boxes, type Mistakes, type Option, Select, TextArea, TextField } from '../page/fields.tsx';
import { PeriodFields } from '../page/period-fields.tsx';
import { type AnswerFields, SUGGESTIONS } from './answer-fields.ts';

type AwardFormProps = {
  /** The nomination’s own path. */
  readonly path: string;
  readonly isRole: boolean;
  /** Languages in which it can be awarded, and how they are called. */
  readonly languages: readonly Option[];
  readonly fields: AnswerFields;
  readonly mistakes: Mistakes;
  readonly reader: Reader;
};

/** To recognise the person: an offer, which they accept or not. */
export function AwardForm({ path, isRole, languages, fields, mistakes, reader }: AwardFormProps) {
  const { message } = reader.messages;
  return (
    <section aria-labelledby="recognise">
      <h2 id="recognise">{message('nominations-award')}</h2>
      <p>{message('nominations-award-means')}</p>
      <form method="post" action={linkTo(`${path}/award`, reader)}>
        <PeriodFields
          fields={fields}
          mistakes={mistakes}
          help={message(isRole ? 'nominations-role-period' : 'nominations-period-help')}
          messages={reader.messages}
        />
        <Select
          name="language"
          label={message('sheets-language')}
          value={fields.language}
          mistake={mistakes.get('language')}
          options={languages}
        />
        <TextField
          name="url"
          type="url"
          label={message('sheets-evidence-url')}
          help={message('nominations-url-help')}
          value={fields.url}
          mistake={mistakes.get('url')}
        />
        <button type="submit">{message('nominations-award-button')}</button>
      </form>
    </section>
  );
}

type DeclineFormProps = {
  readonly path: string;
  readonly fields: AnswerFields;
  readonly mistakes: Mistakes;
  readonly reader: Reader;
};

/** To decline: words for the nominator, suggested ones or one’s own. */
export function DeclineForm({ path, fields, mistakes, reader }: DeclineFormProps) {
  const { message } = reader.messages;
  return (
    <section aria-labelledby="decline">
      <h2 id="decline">{message('nominations-decline')}</h2>
      <p>{message('nominations-decline-means')}</p>
      <form method="post" action={linkTo(`${path}/decline`, reader)}>
        <Boxes
          name="words"
          kind="radio"
          label={message('nominations-words')}
          help={message('nominations-words-help')}
          values={[fields.words]}
          mistake={mistakes.get('words')}
          options={SUGGESTIONS.map((one) => ({
            value: one,
            label: message(`nominations-words-${one}`),
          }))}
        />
        <TextArea
          name="answer"
          label={message('nominations-answer-own')}
          help={message('nominations-answer-help', ANSWER_LENGTH.min, ANSWER_LENGTH.max)}
          value={fields.answer}
          mistake={mistakes.get('answer')}
          rows={4}
          maxlength={ANSWER_LENGTH.max}
        />
        <button type="submit" class="grave">
          {message('nominations-decline-button')}
        </button>
      </form>
    </section>
  );
}
