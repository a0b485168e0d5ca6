import type { HeldCredential } from '@laurel/contracts/signer-rpc';
import { credentialUrl } from '@laurel/core/addresses';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { credentialSays } from './credential-says.ts';
import { Downloads } from './downloads.tsx';
import type { HolderAward } from './holder-award.ts';
import { NoteForm } from './making/note-form.tsx';
import { sayState } from './state-note.tsx';

type CredentialCardProps = {
  readonly credential: HeldCredential;
  readonly held: HolderAward;
  /** For whom it was made; empty where that was not written down. */
  readonly note: string;
  /** LinkedIn's form, filled in; null where it is not to be offered. */
  readonly linkedIn: string | null;
  readonly origin: string;
  readonly reader: Reader;
};

/** A credential for its holder: how it stands, its link, its files, and how to withdraw it. */
export function CredentialCard(props: CredentialCardProps) {
  const { credential, held, note, linkedIn, origin, reader } = props;
  const { credentialId: id, state, visible } = credential;
  const { message, language } = reader.messages;
  const name = `name-${id}`;
  const said = sayState(credential, reader);
  return (
    <article class="card" id={`credential-${id}`} aria-labelledby={name}>
      <h3 id={name}>{credentialSays(credential, reader)}</h3>
      <p class="quiet">
        {message('me-signed-on', longDate(credential.signedOn, language))}
        {credential.validUntil !== null && (
          <>
            <br />
            {message('me-holds-until', longDate(credential.validUntil, language))}
          </>
        )}
      </p>
      <NoteForm credentialId={id} note={note} reader={reader} />
      {said !== null && <p class="note">{said}</p>}
      {credential.linkRetired ? (
        <p class="note">{message('me-link-retired')}</p>
      ) : visible ? (
        <LinkOn
          address={credentialUrl(origin, id)}
          credential={credential}
          held={held}
          linkedIn={linkedIn}
          reader={reader}
        />
      ) : (
        <LinkOff credential={credential} held={held} reader={reader} />
      )}
      {state === 'active' && !credential.linkRetired && (
        <p>
          <a href={linkTo(`/me/credentials/${id}/rotate`, reader)} class="step">
            {message('me-rotate-link')}
          </a>
        </p>
      )}
      {state === 'active' && !credential.linkRetired && (
        <p>
          <a href={linkTo(`/me/credentials/${id}/wallet`, reader)} class="step">
            {message('me-wallet-title')}
          </a>
        </p>
      )}
      {state !== 'withdrawn' && (
        <p>
          <a href={linkTo(`/me/credentials/${id}/withdraw`, reader)} class="step">
            {message('me-withdraw-link')}
          </a>
        </p>
      )}
    </article>
  );
}

type LinkProps = {
  readonly credential: HeldCredential;
  readonly held: HolderAward;
  readonly reader: Reader;
};

function LinkOff({ credential, held, reader }: LinkProps) {
  const { message } = reader.messages;
  return (
    <>
      <p>
        <strong>{message('me-link-is-off')}</strong> {message('me-link-off-means')}
      </p>
      <Switch credential={credential} reader={reader} to="on" />
      {credential.state === 'active' && (
        <>
          <h4>{message('credential-download')}</h4>
          <p class="note">{message('me-download-switches-on')}</p>
          <Downloads credential={credential} held={held} reader={reader} />
        </>
      )}
    </>
  );
}

type LinkOnProps = LinkProps & Pick<CredentialCardProps, 'linkedIn'> & { readonly address: string };

function LinkOn({ address, credential, held, linkedIn, reader }: LinkOnProps) {
  const { message } = reader.messages;
  const field = `address-${credential.credentialId}`;
  return (
    <>
      <p>
        <strong>{message('me-link-is-on')}</strong> {message('me-link-on-means')}{' '}
        <a href={linkTo(`/c/${credential.credentialId}`, reader)}>{message('me-open-page')}</a>
      </p>
      <p>
        <label for={field}>{message('me-address')}</label>
        <input id={field} type="text" readonly dir="ltr" value={address} />
      </p>
      {credential.state === 'active' && (
        <>
          <h4>{message('credential-download')}</h4>
          <Downloads credential={credential} held={held} reader={reader} />
          <p>
            <a class="step" href={`${linkTo('/kept/', reader)}#keep=${credential.credentialId}`}>
              {message('me-keep-on-device')}
            </a>
          </p>
          <p>
            <a
              class="step"
              href={linkTo(`/me/credentials/${credential.credentialId}/wikitext`, reader)}
            >
              {message('me-wikitext-title')}
            </a>
          </p>
          {linkedIn !== null && (
            <p>
              <a class="step" href={linkedIn} rel="noreferrer">
                {message('me-linkedin')}
              </a>
              <br />
              <span class="quiet small">{message('me-linkedin-means')}</span>
            </p>
          )}
        </>
      )}
      <p class="quiet small">{message('me-link-off-warning')}</p>
      <Switch credential={credential} reader={reader} to="off" />
    </>
  );
}

type SwitchProps = Omit<LinkProps, 'held'> & { readonly to: 'on' | 'off' };

function Switch({ credential, reader, to }: SwitchProps) {
  return (
    <form method="post" action={linkTo(`/me/credentials/${credential.credentialId}/link`, reader)}>
      <button type="submit" class="quieter" name="link" value={to}>
        {reader.messages.message(`me-link-switch-${to}`)}
      </button>
    </form>
  );
}
