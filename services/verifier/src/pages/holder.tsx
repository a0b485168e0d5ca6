import type { CertificateHolder } from '@laurel/core/signed-facts';
import type { Messages } from '@laurel/i18n/messages';
import { Person } from '@laurel/pages/person';

type HolderProps = { readonly holder: CertificateHolder; readonly messages: Messages };

/** The person recognised, as far as they chose to be named. */
export function Holder({ holder, messages: { message } }: HolderProps) {
  switch (holder.mode) {
    case 'account':
      return (
        <>
          <span class="who">
            <Person name={holder.username} />
          </span>
          <br />
          <span class="quiet small">{message('credential-holder-account')}</span>
        </>
      );
    case 'name':
      return (
        <>
          <span class="who">
            <Person name={holder.name} />
          </span>
          <br />
          <span class="quiet small">{message('credential-holder-name')}</span>
        </>
      );
    case 'none':
      return <>{message('credential-holder-none')}</>;
  }
}
