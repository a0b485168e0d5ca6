import type { HeldRecord } from '@laurel/contracts/signer-rpc';
import { credentialUrl } from '@laurel/core/addresses';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { sayState } from '../state-note.tsx';
import { RecordFiles } from './record-files.tsx';

type RecordCardProps = {
  readonly record: HeldRecord;
  readonly origin: string;
  readonly reader: Reader;
};

/** A learner record for its holder: what it holds, its link, its files, and how to withdraw it. */
export function RecordCard({ record, origin, reader }: RecordCardProps) {
  const { recordId: id, title, size, state, visible } = record;
  const { message, language } = reader.messages;
  const name = `name-${id}`;
  const said = sayState(record, reader);
  return (
    <article class="card" id={`record-${id}`} aria-labelledby={name}>
      <h3 id={name}>
        <bdi dir="auto">{title ?? message('record-untitled')}</bdi>
      </h3>
      <p class="quiet">
        {message('me-signed-on', longDate(record.signedOn, language))}
        {size > 0 && (
          <>
            <br />
            {message('record-holds', size, String(size))}
          </>
        )}
      </p>
      {said !== null && <p class="note">{said}</p>}
      {visible ? (
        <p>
          <strong>{message('me-link-is-on')}</strong> {message('me-link-on-means')}{' '}
          <a href={linkTo(`/c/${id}`, reader)}>{message('me-open-page')}</a>
        </p>
      ) : (
        <p>
          <strong>{message('me-link-is-off')}</strong> {message('me-link-off-means')}
        </p>
      )}
      {visible && (
        <p>
          <label for={`address-${id}`}>{message('me-address')}</label>
          <input
            id={`address-${id}`}
            type="text"
            readonly
            dir="ltr"
            value={credentialUrl(origin, id)}
          />
        </p>
      )}
      {!visible && <Switch recordId={id} to="on" reader={reader} />}
      {state === 'active' && <RecordFiles record={record} reader={reader} />}
      {visible && (
        <>
          <p class="quiet small">{message('me-link-off-warning')}</p>
          <Switch recordId={id} to="off" reader={reader} />
        </>
      )}
      {state !== 'withdrawn' && (
        <p>
          <a href={linkTo(`/me/record/${id}/withdraw`, reader)} class="step">
            {message('record-withdraw-link')}
          </a>
        </p>
      )}
    </article>
  );
}

type SwitchProps = {
  readonly recordId: string;
  readonly to: 'on' | 'off';
  readonly reader: Reader;
};

function Switch({ recordId, to, reader }: SwitchProps) {
  return (
    <form method="post" action={linkTo(`/me/record/${recordId}/link`, reader)}>
      <button type="submit" class="quieter" name="link" value={to}>
        {reader.messages.message(`me-link-switch-${to}`)}
      </button>
    </form>
  );
}
