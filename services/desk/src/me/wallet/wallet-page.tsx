import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { QrCode } from '@laurel/pages/qr-code';
import { languageName } from '../language-name.ts';
import { Localised } from '../localised.tsx';
import type { OwnCredential } from '../own-credentials.ts';

type WalletPageProps = {
  readonly own: OwnCredential;
  /** What was made just now; null before. */
  readonly offer: { readonly link: string; readonly digits: string } | null;
  readonly reader: Reader;
};

/** How a credential gets into a wallet: by an offer that a wallet takes, or as a file. */
export function WalletPage({ own, offer, reader }: WalletPageProps) {
  const { message } = reader.messages;
  const { credentialId: id, rsaReady, visible, disclosure, language } = own.credential;
  const { name, sourceLanguage } = own.held.achievement;
  return (
    <>
      <p class="over">
        <a href={linkTo(`/me/awards/${own.held.award.id}#credential-${id}`, reader)}>
          {message('me-wikitext-back')}
        </a>
      </p>
      <h1>{message('me-wallet-title')}</h1>
      <p>
        <strong>
          <Localised texts={name} reader={reader} source={sourceLanguage} />
        </strong>
        <br />
        {message(`me-credential-${disclosure}`, languageName(language, false, reader.messages))}
      </p>
      <p class="lead">{message('me-wallet-lead')}</p>
      {offer === null ? (
        !visible && <p class="note">{message('me-wallet-switches-on')}</p>
      ) : (
        <>
          <h2>{message('me-wallet-scan')}</h2>
          <p class="qr">
            <QrCode text={offer.link} />
          </p>
          <p>{message('me-wallet-digits')}</p>
          <p class="code" translate="no">
            <strong dir="ltr">{offer.digits}</strong>
          </p>
          <p>
            <a class="button" href={offer.link}>
              {message('me-wallet-open')}
            </a>
          </p>
          <p class="note">{message('me-wallet-good')}</p>
        </>
      )}
      <form method="post" action={linkTo(`/me/credentials/${id}/wallet`, reader)}>
        <button type="submit" class={offer === null ? undefined : 'quieter'}>
          {message(offer === null ? 'me-wallet-button' : 'me-wallet-again')}
        </button>
      </form>
      <h2>{message('me-wallet-other')}</h2>
      <p>{message('me-wallet-other-means')}</p>
      <form method="post" action={linkTo(`/me/credentials/${id}/download`, reader)}>
        <div class="actions">
          <button type="submit" class="quieter" name="format" value="json">
            {message('credential-download-json')}
          </button>
          {rsaReady && (
            <button type="submit" class="quieter" name="format" value="jwt">
              {message('credential-download-jwt')}
            </button>
          )}
        </div>
      </form>
    </>
  );
}
