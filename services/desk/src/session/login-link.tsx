import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';

type LoginLinkProps = {
  readonly reader: Reader;
  /** Where to go afterwards: a path of ours. */
  readonly returnPath: string;
  readonly again?: boolean;
  /** In a tab of its own, so that the page stays that the link is on. */
  readonly apart?: boolean;
};

/** A link and no form: a form may not lead away from here (CSP `form-action`), and logging in does. */
export function LoginLink(props: LoginLinkProps) {
  const { reader, returnPath, again = false, apart = false } = props;
  const { message } = reader.messages;
  return (
    <>
      <p>
        <a
          class="button"
          href={linkTo(`/login?${new URLSearchParams({ return: returnPath })}`, reader)}
          {...(apart ? { target: '_blank', rel: 'noopener' } : {})}
        >
          {message(again ? 'login-again' : 'login-button')}
        </a>
      </p>
      <p class="quiet small">{message('login-what-we-learn')}</p>
    </>
  );
}
