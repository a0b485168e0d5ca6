import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';

type OtherAccountProps = { readonly path: string; readonly reader: Reader };

/** How to come back as the account that was meant. Says neither which one that is nor what is offered. */
export function OtherAccount({ path, reader }: OtherAccountProps) {
  const { message } = reader.messages;
  return (
    <>
      <p>{message('claim-other-account')}</p>
      <form method="post" action={linkTo('/me/logout', reader)}>
        <input type="hidden" name="return" value={path} />
        <button type="submit">{message('claim-log-out-and-in')}</button>
      </form>
    </>
  );
}
