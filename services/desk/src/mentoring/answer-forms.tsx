import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Mistakes, type Option, Select, TextField } from '../page/fields.tsx';
import type { AnswerFields } from './answer-fields.ts';

type AwardFormProps = {
  /** The mentorship's own path. */
  readonly path: string;
  readonly fields: AnswerFields;
  readonly mistakes: Mistakes;
  readonly reader: Reader;
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
