import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import type { Session } from '../../session/sessions.ts';
import { ChooseCredentials } from '../choose-credentials.tsx';
import type { OwnCredential } from '../own-credentials.ts';

export type RenewalFormProps = {
  /** What there is to be made anew. */
  readonly own: readonly OwnCredential[];
  readonly formKey: string;
  readonly session: Session;
  readonly reader: Reader;
};

/** What became of certificates that said a former name, and how they are made anew by one tap. */
export function RenewalForm({ own, formKey, session: { username }, reader }: RenewalFormProps) {
  const { message } = reader.messages;
  if (own.length === 0) return null;
  return (
    <section class="card" aria-labelledby="former">
      <h2 id="former">
        {message(username === null ? 'me-former-title-hidden' : 'me-former-title')}
      </h2>
      <p>{message('me-former-means')}</p>
      <form method="post" action={linkTo('/me/renewal', reader)}>
        <input type="hidden" name="form" value={formKey} />
        <ChooseCredentials
          own={own}
          chosen={own.map(({ credential }) => credential.credentialId)}
          label={message('me-former-choose')}
          reader={reader}
        />
        <p>
          {username === null ? (
            message('me-former-nobody')
          ) : (
            <>
              {message('me-former-named')} <Person name={username} />
            </>
          )}
        </p>
        <p class="quiet small">{message('me-former-new')}</p>
        <button type="submit">{message('me-former-button')}</button>
      </form>
    </section>
  );
}
