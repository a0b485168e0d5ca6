import { MAX_THANKS_LENGTH } from '@laurel/core/thanks';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { TextArea } from '../../page/fields.tsx';
import type { HolderAward } from '../holder-award.ts';
import type { OwnThanks } from './own-thanks.ts';

type ThanksSectionProps = {
  readonly held: HolderAward;
  readonly thanks: OwnThanks | null;
  readonly reader: Reader;
};

/** On an award's page: a word of thanks to whoever awarded, or what was written. */
export function ThanksSection({ held, thanks, reader }: ThanksSectionProps) {
  const { message } = reader.messages;
  const { award } = held;
  const written = thanks?.words ?? '';
  const canWrite = award.state === 'accepted' && (thanks === null || thanks.canChange);
  if (written === '' && !canWrite) return null;
  const form = <ThanksForm awardId={award.id} typed={written} reader={reader} />;
  return (
    <section class="card" aria-labelledby="thanks">
      <h2 id="thanks">{message(written === '' ? 'thanks-title' : 'thanks-written')}</h2>
      {written === '' ? (
        form
      ) : (
        <>
          <blockquote class="story" dir="auto">
            {written}
          </blockquote>
          <p class="quiet small">{message('thanks-who-sees')}</p>
          {canWrite && (
            <details>
              <summary>{message('thanks-change')}</summary>
              {form}
            </details>
          )}
          <form method="post" action={linkTo(`/me/awards/${award.id}/thanks/withdraw`, reader)}>
            <button type="submit" class="quieter">
              {message('thanks-take-back')}
            </button>
          </form>
        </>
      )}
    </section>
  );
}

type ThanksFormProps = {
  readonly awardId: string;
  readonly typed: string;
  readonly mistake?: string;
  readonly reader: Reader;
};

/** The form alone. */
export function ThanksForm({ awardId, typed, mistake, reader }: ThanksFormProps) {
  const { message } = reader.messages;
  return (
    <form method="post" action={linkTo(`/me/awards/${awardId}/thanks`, reader)}>
      <TextArea
        name="words"
        label={message('thanks-words')}
        help={message('thanks-means')}
        value={typed}
        rows={3}
        maxlength={MAX_THANKS_LENGTH}
        required
        mistake={mistake}
      />
      <button type="submit" class="quieter">
        {message('thanks-send')}
      </button>
    </form>
  );
}
