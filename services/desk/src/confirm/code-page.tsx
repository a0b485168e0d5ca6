import { groupedConfirmationCode } from '@laurel/core/confirmation-code';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { Confirmation } from './confirmation.ts';

type CodePageProps = {
  readonly asked: Confirmation;
  /** True once its holder has answered and its link is on. */
  readonly isConfirmed: boolean;
  readonly reader: Reader;
};

/** For the browser that asked: the code, or that the holder is there. */
export function CodePage({ asked, isConfirmed, reader }: CodePageProps) {
  const { message } = reader.messages;
  const path = `/confirm/${asked.credentialId}`;
  return (
    <>
      <p class="over">
        <a href={linkTo(`/c/${asked.credentialId}`, reader)}>{message('confirm-back')}</a>
      </p>
      <h1>{message('confirm-title')}</h1>
      {isConfirmed ? (
        <>
          <p class="verdict good" role="status">
            <strong>{message('confirm-confirmed')}</strong>
          </p>
          <p>
            {message('confirm-confirmed-at')} <Moment seconds={asked.confirmedAtSeconds ?? 0} />
          </p>
          <p>{message('confirm-confirmed-means')}</p>
        </>
      ) : (
        <section class="card" aria-labelledby="code">
          <h2 id="code">{message('confirm-tell')}</h2>
          <p class="code" dir="ltr" translate="no">
            <strong>{groupedConfirmationCode(asked.code)}</strong>
          </p>
          <p>
            {message('confirm-until')} <Moment seconds={asked.endsAtSeconds} />
          </p>
          <p>{message('confirm-where')}</p>
          <p role="status">{message('confirm-waits')}</p>
          <p>
            <a class="button" href={linkTo(path, reader)}>
              {message('confirm-look')}
            </a>
          </p>
        </section>
      )}
      <form method="post" action={linkTo(path, reader)}>
        <input type="hidden" name="asked_by" value={asked.askedBy} />
        <button type="submit" class="quieter">
          {message('confirm-again')}
        </button>
      </form>
    </>
  );
}

/** A time of day, which is the same for both wherever they are. */
function Moment({ seconds }: { readonly seconds: number }) {
  const moment = new Date(seconds * 1000).toISOString();
  return (
    <time datetime={moment} dir="ltr">
      {moment.slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ')} UTC
    </time>
  );
}
