import type { HeldCollection } from '@laurel/contracts/showing-rpc';
import type { HeldCredential } from '@laurel/contracts/signer-rpc';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { credentialSays } from '../credential-says.ts';
import { HideEverything } from '../hiding/hide-everything.tsx';
import type { HolderAward } from '../holder-award.ts';
import { Localised } from '../localised.tsx';
import { RevocationNote } from '../revocation-note.tsx';
import { StateNote } from '../state-note.tsx';
import { SupersededNote } from '../succession-note.tsx';
import { SuspensionNote } from '../suspension-note.tsx';
import { PortfolioViews } from './views.tsx';

type Shown = {
  readonly collections: readonly HeldCollection[];
  /** Ids of credentials that are listed under the user name. */
  readonly listed: readonly string[];
  readonly reader: Reader;
};

type PortfolioPageProps = Shown & {
  readonly awards: readonly HolderAward[];
  readonly credentials: readonly HeldCredential[];
};

/** Every award with all its credentials: how each stands, and who can see what right now. */
export function PortfolioPage({ awards, credentials, ...shown }: PortfolioPageProps) {
  const { reader } = shown;
  const { message } = reader.messages;
  return (
    <>
      <PortfolioViews path="/me/portfolio" reader={reader} />
      {awards.length === 0 && <p class="lead">{message('portfolio-nothing')}</p>}
      {awards.map((held) => (
        <AwardPart
          {...shown}
          held={held}
          made={credentials.filter(({ awardId }) => awardId === held.award.id)}
        />
      ))}
      {awards.length > 0 && (
        <div class="actions">
          <HideEverything reader={reader} />
        </div>
      )}
    </>
  );
}

type AwardPartProps = Shown & {
  readonly held: HolderAward;
  readonly made: readonly HeldCredential[];
};

function AwardPart({ held: { award, achievement, issuer }, made, ...shown }: AwardPartProps) {
  const { reader } = shown;
  const { message } = reader.messages;
  const name = `award-${award.id}`;
  return (
    <article class="card" aria-labelledby={name}>
      <h2 id={name}>
        <a href={linkTo(`/me/awards/${award.id}`, reader)}>
          <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
        </a>
      </h2>
      <p class="over">
        {message(`credential-kind-${achievement.kind}`)}
        {' · '}
        <Localised texts={issuer.names} reader={reader} />
      </p>
      <RevocationNote award={award} reader={reader} />
      <SuspensionNote award={award} reader={reader} />
      <SupersededNote award={award} reader={reader} />
      {made.length === 0 ? (
        <p>{message('portfolio-none-made')}</p>
      ) : (
        <ul class="people">
          {made.map((credential) => (
            <CredentialPart credential={credential} {...shown} />
          ))}
        </ul>
      )}
    </article>
  );
}

function CredentialPart(props: Shown & { readonly credential: HeldCredential }) {
  const { credential, reader } = props;
  const { message, language } = reader.messages;
  return (
    <li>
      <p>
        <strong>{credentialSays(credential, reader)}</strong>
        <span class="help">{message('me-signed-on', longDate(credential.signedOn, language))}</span>
        <StateNote credential={credential} reader={reader} />
      </p>
      <WhoSees {...props} />
    </li>
  );
}

function WhoSees({
  credential,
  collections,
  listed,
  reader,
}: Shown & { readonly credential: HeldCredential }) {
  const { message } = reader.messages;
  const { credentialId: id, visible, linkRetired } = credential;
  if (linkRetired) return <p>{message('me-link-retired')}</p>;
  if (!visible) return <p>{message('portfolio-seen-by-nobody')}</p>;
  const within = collections.filter((one) => one.visible && one.credentialIds.includes(id));
  return (
    <>
      <p>
        {message('portfolio-seen-by-link')}{' '}
        <a href={linkTo(`/c/${id}`, reader)}>{message('me-open-page')}</a>
      </p>
      {within.map(({ collectionId, title }) => (
        <p>
          {message('portfolio-seen-in')}{' '}
          <a href={linkTo(`/me/collections/${collectionId}`, reader)}>
            <bdi dir="auto">{title}</bdi>
          </a>
        </p>
      ))}
      {listed.includes(id) && <p>{message('portfolio-seen-by-name')}</p>}
    </>
  );
}
