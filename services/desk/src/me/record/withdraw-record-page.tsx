import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';

type WithdrawRecordPageProps = { readonly recordId: string; readonly reader: Reader };

/** What withdrawing a record means, before it is done: it cannot be undone. */
export function WithdrawRecordPage({ recordId, reader }: WithdrawRecordPageProps) {
  const { message } = reader.messages;
  return (
    <>
      <h1>{message('record-withdraw-title')}</h1>
      <p class="note">{message('me-withdraw-for-ever')}</p>
      <ul>
        <li>{message('record-withdraw-erased')}</li>
        <li>{message('record-withdraw-copies')}</li>
        <li>{message('record-withdraw-tombstone')}</li>
      </ul>
      <p>{message('me-withdraw-or-link')}</p>
      <form method="post" action={linkTo(`/me/record/${recordId}/withdraw`, reader)}>
        <button type="submit" class="grave">
          {message('me-withdraw-button')}
        </button>
      </form>
      <p>
        <a class="step" href={linkTo('/me/record', reader)}>
          {message('me-withdraw-keep')}
        </a>
      </p>
    </>
  );
}
