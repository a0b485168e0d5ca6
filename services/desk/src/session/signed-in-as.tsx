import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import type { Session } from './sessions.ts';

type SignedInAsProps = { readonly session: Session; readonly reader: Reader };

/** At the end of every page of somebody who is signed in: who they are here, and the ways out. */
export function SignedInAs({ session, reader }: SignedInAsProps) {
  const { message } = reader.messages;
  return (
    <section aria-labelledby="signed-in">
      <h2 id="signed-in">{message('desk-signed-in-as')}</h2>
      <p>
        {session.username === null ? (
          message('desk-your-account')
        ) : (
          <Person name={session.username} />
        )}
      </p>
      <div class="actions">
        <form method="post" action={linkTo('/me/logout', reader)}>
          <button type="submit" class="quieter">
            {message('desk-log-out')}
          </button>
        </form>
        <form method="post" action={linkTo('/me/logout-everywhere', reader)}>
          <button type="submit" class="quieter">
            {message('desk-log-out-everywhere')}
          </button>
        </form>
      </div>
      <p class="quiet small">
        {message('desk-kept-stays')} <a href={linkTo('/kept/', reader)}>{message('kept-title')}</a>
      </p>
    </section>
  );
}

/** What the menu of such a page has besides verifying. */
export function OwnPageLink({ reader }: { readonly reader: Reader }) {
  return <a href={linkTo('/me', reader)}>{reader.messages.message('desk-nav-me')}</a>;
}
