import { linkTo } from '@laurel/pages/link';
import type { BeforePageProps } from './own-credential-answers.tsx';

/** What withdrawing means, before it is done: it cannot be undone. */
export function WithdrawPage({ credentialId, award, reader }: BeforePageProps) {
  const { message } = reader.messages;
  return (
    <>
      <h1>{message('me-withdraw-title')}</h1>
      <p class="note">{message('me-withdraw-for-ever')}</p>
      <ul>
        <li>{message('me-withdraw-erased')}</li>
        <li>{message('me-withdraw-copies')}</li>
        <li>{message('me-withdraw-tombstone')}</li>
        {award.state === 'accepted' && <li>{message('me-withdraw-award-stays')}</li>}
      </ul>
      <p>{message('me-withdraw-or-link')}</p>
      <form method="post" action={linkTo(`/me/credentials/${credentialId}/withdraw`, reader)}>
        <button type="submit" class="grave">
          {message('me-withdraw-button')}
        </button>
      </form>
      <p>
        <a class="step" href={linkTo(`/me/awards/${award.id}`, reader)}>
          {message('me-withdraw-keep')}
        </a>
      </p>
    </>
  );
}
