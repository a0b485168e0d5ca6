import { ANSWER_LENGTH } from '@laurel/contracts/nomination-requests';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Boxes, type Mistakes, type Option, TextArea } from '../page/fields.tsx';

type DeclineFormProps = {
  /** Of what is declined. */
  readonly path: string;
  /** What declining means for whom. */
  readonly means: string;
  /** Of the kind words that are ready. */
  readonly label: string;
  readonly help?: string;
  readonly suggestions: readonly Option[];
  readonly fields: { readonly words: string; readonly answer: string };
  readonly mistakes: Mistakes;
  readonly reader: Reader;
};

/** To decline kindly: by suggested words or one’s own. */
export function DeclineForm(props: DeclineFormProps) {
  const { path, means, label, help, suggestions, fields, mistakes, reader } = props;
  const { message } = reader.messages;
  return (
    <section aria-labelledby="decline">
      <h2 id="decline">{message('nominations-decline')}</h2>
      <p>{means}</p>
      <form method="post" action={linkTo(`${path}/decline`, reader)}>
        <Boxes
          name="words"
          kind="radio"
          label={label}
          help={help}
          values={[fields.words]}
          mistake={mistakes.get('words')}
          options={suggestions}
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
