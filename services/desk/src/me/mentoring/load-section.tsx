import { MAX_MENTEES } from '@laurel/core/mentoring';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { isFull, type Load } from '../../mentoring/load.ts';
import { Boxes, TextField } from '../../page/fields.tsx';

type LoadSectionProps = {
  readonly load: Load;
  /** What was typed as a limit and is none; null where nothing was sent. */
  readonly refused: string | null;
  readonly reader: Reader;
};

/** How many people the reader mentors, and the form for how many are enough: theirs alone. */
export function LoadSection({ load, refused, reader }: LoadSectionProps) {
  const { message } = reader.messages;
  const { going, most, tells } = load;
  return (
    <section aria-labelledby="load">
      <h2 id="load">{message('mentoring-load')}</h2>
      <p>{going === 0 ? message('mentoring-load-none') : message('mentoring-load-now', going)}</p>
      {isFull(load) && <p class="note">{message('mentoring-load-full')}</p>}
      <form method="post" action={linkTo('/me/mentoring/limit', reader)}>
        <TextField
          name="most"
          label={message('mentoring-limit')}
          help={message('mentoring-limit-help')}
          value={refused ?? (most === null ? '' : String(most))}
          mistake={refused === null ? undefined : message('mentoring-limit-mistake', MAX_MENTEES)}
          inputmode="numeric"
          maxlength={3}
        />
        <Boxes
          name="tells"
          kind="checkbox"
          label={message('mentoring-tells-label')}
          values={tells ? ['yes'] : []}
          options={[
            {
              value: 'yes',
              label: message('mentoring-tells'),
              help: message('mentoring-tells-help'),
            },
          ]}
        />
        <button type="submit" class="quieter">
          {message('mentoring-save')}
        </button>
      </form>
    </section>
  );
}
