import { isolated } from '@laurel/i18n/isolated';
import { linkTo } from '@laurel/pages/link';
import { Boxes } from '../../page/fields.tsx';
import type { BeforePageProps } from '../own-credential-answers.tsx';

type RotatePageProps = BeforePageProps & {
  /** A name that it says and that its holder has had changed since; null where there is none. */
  readonly formerName: string | null;
};

/** What another address means, before it is made: the old one never comes back. */
export function RotatePage({ credentialId, award, formerName, reader }: RotatePageProps) {
  const { message } = reader.messages;
  return (
    <>
      <h1>{message('me-rotate-title')}</h1>
      <p class="lead">{message('me-rotate-lead')}</p>
      {formerName !== null && <p class="note">{message('me-rotate-name', isolated(formerName))}</p>}
      <ul>
        <li>{message('me-rotate-fresh')}</li>
        <li>{message('me-rotate-old')}</li>
        <li>{message('me-rotate-collections')}</li>
      </ul>
      <form method="post" action={linkTo(`/me/credentials/${credentialId}/rotate`, reader)}>
        <Boxes
          kind="radio"
          name="copies"
          label={message('me-rotate-copies')}
          help={message('me-rotate-copies-help')}
          values={['stays']}
          options={[
            {
              value: 'stays',
              label: message('me-rotate-copy-stays'),
              help: message('me-rotate-copy-stays-means'),
            },
            {
              value: 'withdrawn',
              label: message('me-rotate-copy-withdrawn'),
              help: message('me-rotate-copy-withdrawn-means'),
            },
          ]}
        />
        <button type="submit">{message('me-rotate-button')}</button>
      </form>
      <p>
        <a class="step" href={linkTo(`/me/awards/${award.id}`, reader)}>
          {message('me-rotate-keep')}
        </a>
      </p>
    </>
  );
}
