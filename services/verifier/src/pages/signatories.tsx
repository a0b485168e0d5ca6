import type { Signatory } from '@laurel/core/signatory';
import type { Messages } from '@laurel/i18n/messages';
import { Person } from '@laurel/pages/person';

type SignatoriesProps = {
  readonly signatories: readonly Signatory[];
  readonly messages: Messages;
};

/** Who signs for the issuer, for a list of facts; nothing where nobody does. */
export function Signatories({ signatories, messages }: SignatoriesProps) {
  if (signatories.length === 0) return null;
  return (
    <>
      <dt>{messages.message('credential-signatories')}</dt>
      {signatories.map(({ name, office }) => (
        <dd>
          <Person name={name} />
          {office !== '' && (
            <>
              <br />
              <span class="quiet small">
                <bdi dir="auto">{office}</bdi>
              </span>
            </>
          )}
        </dd>
      ))}
    </>
  );
}
