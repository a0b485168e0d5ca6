import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { Done } from '../../page/done.tsx';
import { ChooseCredentials } from '../choose-credentials.tsx';
import type { OwnCredential } from '../own-credentials.ts';

type FeedPageProps = {
  readonly username: string | null;
  /** What can be listed: what says the user name and has its link on. */
  readonly listable: readonly OwnCredential[];
  readonly listed: readonly string[];
  /** The feed's address for this account. */
  readonly address: string;
  readonly done: boolean;
  readonly reader: Reader;
};

/** Which badges programs find by somebody's user name: none, until they choose some. */
export function FeedPage(props: FeedPageProps) {
  const { username, listable, listed, address, done, reader } = props;
  const { message } = reader.messages;
  return (
    <>
      <p class="over">
        <a href={linkTo('/me', reader)}>{message('me-title')}</a>
      </p>
      <h1>{message('me-feed-title')}</h1>
      <Done sentence={done ? message('me-feed-done') : null} />
      <p class="lead">{message('me-feed-lead')}</p>
      <ul>
        <li>{message('me-feed-who-sees')}</li>
        <li>{message('me-feed-copies')}</li>
        <li>{message('me-feed-only-shown')}</li>
      </ul>
      {username === null || listable.length === 0 ? (
        <p class="note">{message('me-feed-nothing')}</p>
      ) : (
        <form method="post" action={linkTo('/me/feed', reader)}>
          <p>
            {message('me-feed-under')} <Person name={username} />
          </p>
          <ChooseCredentials
            own={listable}
            chosen={listed}
            label={message('me-feed-choose')}
            reader={reader}
          />
          <button type="submit">{message('me-feed-save')}</button>
        </form>
      )}
      {listed.length > 0 && (
        <form method="post" action={linkTo('/me/feed', reader)}>
          <p>
            <a href={address} dir="ltr">
              {address}
            </a>
          </p>
          <button type="submit" class="quieter">
            {message('me-feed-stop')}
          </button>
        </form>
      )}
    </>
  );
}
