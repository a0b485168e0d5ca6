import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { TextArea } from '../page/fields.tsx';

type CalendarPageProps = {
  /** Whose terms: the reader’s own, or those of an issuer. */
  readonly of: 'own' | 'issuer';
  /** Where its forms are sent. */
  readonly path: string;
  /** The address that was made just now; null otherwise, as nothing keeps it. */
  readonly address: string | null;
  readonly isOn: boolean;
  readonly reader: Reader;
};

/** An address for calendar programs: made, made anew, or switched off. */
export function CalendarPage({ of, path, address, isOn, reader }: CalendarPageProps) {
  const { message } = reader.messages;
  return (
    <>
      <h1>{message('calendar-title')}</h1>
      <p class="lead">{message(`calendar-lead-${of}`)}</p>
      <p>{message('calendar-who')}</p>
      {address !== null && (
        <div class="note done" role="status">
          <TextArea
            name="address"
            label={message('calendar-address')}
            help={message('calendar-address-help')}
            value={address}
            rows={3}
            readonly
          />
        </div>
      )}
      {isOn && address === null && <p>{message('calendar-is-on')}</p>}
      <form method="post" action={linkTo(path, reader)}>
        <button type="submit">{message(isOn ? 'calendar-anew' : 'calendar-make')}</button>
      </form>
      {isOn && (
        <form method="post" action={linkTo(`${path}/end`, reader)}>
          <button type="submit" class="quieter">
            {message('calendar-end')}
          </button>
        </form>
      )}
    </>
  );
}
