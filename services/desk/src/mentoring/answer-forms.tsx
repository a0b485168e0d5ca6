import { ANSWER_LENGTH } from '@laurel/contracts/nomination-requests';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Boxes, type Mistakes, type Option, Select, TextArea, TextField } from '../page/fields.tsx';
import { type AnswerFields, SUGGESTIONS } from './answer-fields.ts';

type FormProps = {
  /** The mentorship's own path. */
  readonly path: string;
  readonly fields: AnswerFields;
  readonly mistakes: Mistakes;
  readonly reader: Reader;
};

type AwardFormProps = FormProps & {
  /** Languages in which it can be awarded, and how they are called. */
  readonly languages: readonly Option[];
  /** True where no end was said: the reviewer says up to which day it is recognised. */
  readonly isGoing: boolean;
};

/** To recognise the mentor: an offer, which they accept or not. */
export function AwardForm({ path, languages, isGoing, fields, mistakes, reader }: AwardFormProps) {
  const { message } = reader.messages;
  return (
    <section aria-labelledby="recognise">
      <h2 id="recognise">{message('mentorships-award')}</h2>
      <p>{message('mentorships-award-means')}</p>
      <form method="post" action={linkTo(`${path}/award`, reader)}>
        {isGoing && (
          <TextField
            name="end"
            type="date"
            label={message('mentorships-award-end')}
            help={message('mentorships-award-end-help')}
            value={fields.end}
            mistake={mistakes.get('end')}
          />
        )}
        <Select
          name="language"
          label={message('sheets-language')}
          value={fields.language}
          mistake={mistakes.get('language')}
          options={languages}
        />
        <button type="submit">{message('nominations-award-button')}</button>
      </form>
    </section>
  );
}

/** To decline: words for the mentor, suggested ones or one’s own. */
export function DeclineForm({ path, fields, mistakes, reader }: FormProps) {
  const { message } = reader.messages;
  return (
    <section aria-labelledby="decline">
      <h2 id="decline">{message('nominations-decline')}</h2>
      <p>{message('mentorships-decline-means')}</p>
      <form method="post" action={linkTo(`${path}/decline`, reader)}>
        <Boxes
          name="words"
          kind="radio"
          label={message('mentorships-words')}
          values={[fields.words]}
          mistake={mistakes.get('words')}
          options={SUGGESTIONS.map((one) => ({
            value: one,
            label: message(`mentorships-words-${one}`),
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
