import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { WaitingEndorsements } from './own-endorsements.ts';

type WaitingNoteProps = { readonly waiting: WaitingEndorsements; readonly reader: Reader };

/** On somebody's own page: that they are asked for words, or that words wait for them. */
export function WaitingNote({ waiting: { isAsked, awardIds }, reader }: WaitingNoteProps) {
  const { message } = reader.messages;
  if (!isAsked && awardIds.length === 0) return null;
  return (
    <div class="note">
      {isAsked && (
        <p>
          <a href={linkTo('/me/endorsing', reader)}>{message('endorse-waiting-asked')}</a>
        </p>
      )}
      {awardIds.map((id) => (
        <p>
          <a href={linkTo(`/me/awards/${id}/endorsements`, reader)}>
            {message('endorse-waiting-written')}
          </a>
        </p>
      ))}
    </div>
  );
}
