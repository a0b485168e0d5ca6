import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { TextField } from '../../page/fields.tsx';
import type { Session } from '../../session/sessions.ts';

type ErasePageProps = {
  readonly session: Session;
  /** What was typed, where it was another name. */
  readonly typed: string | null;
  readonly reader: Reader;
};

/** What erasing means, before it is done: what goes, what stays and what cannot be called back. */
export function ErasePage({ session, typed, reader }: ErasePageProps) {
  const { message } = reader.messages;
  return (
    <>
      <h1>{message('me-erase-title')}</h1>
      <p class="note">{message('me-erase-for-ever')}</p>
      <h2>{message('me-erase-goes')}</h2>
      <ul>
        <li>{message('me-erase-goes-certificates')}</li>
        <li>{message('me-erase-goes-made')}</li>
        <li>{message('me-erase-goes-awards')}</li>
        <li>{message('me-erase-goes-account')}</li>
        <li>{message('me-erase-goes-duties')}</li>
      </ul>
      <h2>{message('me-erase-stays')}</h2>
      <ul>
        <li>{message('me-erase-stays-tombstones')}</li>
        <li>{message('me-erase-stays-counts')}</li>
        <li>{message('me-erase-stays-signed')}</li>
      </ul>
      <h2>{message('me-erase-copies')}</h2>
      <p>{message('me-erase-copies-say')}</p>
      <p>
        <a class="step" href={linkTo('/me/export', reader)}>
          {message('me-erase-export')}
        </a>
      </p>
      <p>{message('me-erase-anew')}</p>
      <form method="post" action={linkTo('/me/erase', reader)}>
        {session.username === null ? null : (
          <>
            <p>
              {message('me-erase-your-name')} <Person name={session.username} />
            </p>
            <TextField
              name="username"
              label={message('me-erase-type-name')}
              value={typed ?? ''}
              mistake={typed === null ? undefined : message('me-erase-other-name')}
              required
              autocomplete="off"
            />
          </>
        )}
        <button type="submit" class="grave">
          {message('me-erase-button')}
        </button>
      </form>
      <p>
        <a class="step" href={linkTo('/me', reader)}>
          {message('me-erase-keep')}
        </a>
      </p>
    </>
  );
}
