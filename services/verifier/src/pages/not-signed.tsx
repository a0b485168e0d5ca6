import type { Messages } from '@laurel/i18n/messages';
import { Person } from '@laurel/pages/person';
import type { PresentedReport } from '../presented/report.ts';
import { Day } from './day.tsx';

type NotSignedProps = {
  readonly printed: NonNullable<PresentedReport['printed']>;
  readonly messages: Messages;
};

/** What a letter says that its holder typed, and its day; nothing for any other paper. */
export function NotSigned({ printed: { notSigned }, messages }: NotSignedProps) {
  const { message } = messages;
  if (notSigned === null) return null;
  const { addressee, madeOn } = notSigned;
  return (
    <div class="note" data-part="not-signed">
      <p>
        <strong>{message('printed-unsigned')}</strong>
      </p>
      <p>{message('printed-unsigned-means')}</p>
      {addressee !== null && (
        <p>
          <span class="quiet small">{message('printed-addressee')}</span>
          <br />
          <Person name={addressee} />
        </p>
      )}
      {madeOn !== null && (
        <p>
          <span class="quiet small">{message('printed-made-on')}</span>
          <br />
          <Day day={madeOn} messages={messages} />
        </p>
      )}
    </div>
  );
}
