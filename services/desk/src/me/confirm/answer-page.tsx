import { textIn } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { Confirmation } from '../../confirm/confirmation.ts';
import { credentialSays } from '../credential-says.ts';
import type { OwnCredential } from '../own-credentials.ts';

type AnswerPageProps = {
  /** Questions that wait under the code, about what the reader holds: nearly always one. */
  readonly waiting: readonly Confirmation[];
  readonly own: readonly OwnCredential[];
  readonly reader: Reader;
};

/** Before a holder confirms: who asks, about what, and what they will see. */
export function AnswerPage({ waiting, own, reader }: AnswerPageProps) {
  const { message } = reader.messages;
  return (
    <>
      <p class="over">
        <a href={linkTo('/me', reader)}>{message('me-title')}</a>
      </p>
      <h1>{message('me-confirm-title')}</h1>
      <p class="note">{message('me-confirm-only-if')}</p>
      {waiting.map((asked) => (
        <article class="card" aria-labelledby={`what-${asked.id}`}>
          <h2 id={`what-${asked.id}`}>
            <About asked={asked} own={own} reader={reader} />
          </h2>
          <p>
            {asked.askedBy === '' ? (
              message('me-confirm-nobody-said')
            ) : (
              <>
                {message('me-confirm-asked-by')} <bdi dir="auto">{asked.askedBy}</bdi>
              </>
            )}
          </p>
          <p>{message('me-confirm-means')}</p>
          <form method="post" action={linkTo(`/me/confirm/${asked.id}`, reader)}>
            <button type="submit">{message('me-confirm-yes')}</button>
          </form>
        </article>
      ))}
      <p>
        <a class="step" href={linkTo('/me', reader)}>
          {message('me-confirm-no')}
        </a>
      </p>
    </>
  );
}

type AboutProps = {
  readonly asked: Confirmation;
  readonly own: readonly OwnCredential[];
  readonly reader: Reader;
};

function About({ asked, own, reader }: AboutProps) {
  const found = own.find(({ credential }) => credential.credentialId === asked.credentialId);
  if (found === undefined) return <>{reader.messages.message('me-confirm-record')}</>;
  const { credential, held } = found;
  const { achievement } = held;
  const name = textIn(achievement.name, reader.languages, achievement.sourceLanguage);
  return (
    <>
      <span lang={name.language} dir="auto">
        {name.text}
      </span>{' '}
      · {credentialSays(credential, reader)}
    </>
  );
}
