import type { IssuerFace } from '@laurel/core/issuer';
import type { Messages } from '@laurel/i18n/messages';

type NoticesProps = {
  readonly face: Pick<IssuerFace, 'demonstration' | 'kind'>;
  readonly messages: Messages;
};

/** What must stand wherever such an issuer is shown. */
export function Notices({ face, messages: { message } }: NoticesProps) {
  return (
    <>
      {face.demonstration && <p class="note">{message('credential-demonstration')}</p>}
      {face.kind === 'test' && <p class="note">{message('credential-test')}</p>}
    </>
  );
}
