import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Mistakes, type Option, Select, TextField } from '../page/fields.tsx';
import { PeriodFields } from '../page/period-fields.tsx';
import type { AnswerFields } from './answer-fields.ts';

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
