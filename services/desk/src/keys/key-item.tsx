import type { IssuerKey } from '@laurel/contracts/signer-rpc';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { KEYS_PATH } from './keys-page.tsx';
import { momentText } from './moment.ts';

const SIGNS = {
  waiting: 'keys-will-sign',
  signing: 'keys-signs-since',
  retired: 'keys-signed-since',
  compromised: 'keys-signed-since',
} as const;

/** One key with what it is now, its moments, and the way to say that it was stolen. */
export function KeyItem({ told, reader }: { readonly told: IssuerKey; readonly reader: Reader }) {
  const { messages } = reader;
  const { message } = messages;
  const moment = (seconds: number) => momentText(seconds, messages);
  return (
    <li>
      <strong>
        {message(`keys-state-${told.state}`)} <bdi class="quiet small">{told.algorithm}</bdi>
      </strong>
      <p>
        <code dir="ltr">{told.id}</code>
      </p>
      <p class="quiet small">
        {message('keys-made', moment(told.madeAtSeconds))}
        {' · '}
        {message(SIGNS[told.state], moment(told.signsFromSeconds))}
        {told.retiredAtSeconds !== null && (
          <>
            {' · '}
            {message('keys-retired', moment(told.retiredAtSeconds))}
          </>
        )}
      </p>
      {told.compromisedAtSeconds !== null && (
        <p>{message('keys-stolen-since', moment(told.compromisedAtSeconds))}</p>
      )}
      {told.credentials !== null && told.credentials > 0 && (
        <p>{message('keys-not-believed', told.credentials)}</p>
      )}
      <p>
        <a href={linkTo(`${KEYS_PATH}/${told.issuer}/${told.id}/compromise`, reader)}>
          {message(told.state === 'compromised' ? 'keys-stolen-earlier' : 'keys-stolen')}
        </a>
      </p>
    </li>
  );
}
