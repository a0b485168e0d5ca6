import type { Failure } from '@laurel/core/failure';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Localised } from '../me/localised.tsx';
import { type Mistakes, TextField } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { StewardsMenu } from '../stewards/queue-page.tsx';
import type { IssuerWithKeys } from './key-listing.ts';
import { KEYS_PATH } from './keys-page.tsx';
import { momentText } from './moment.ts';

type StolenPageProps = {
  readonly issuer: IssuerWithKeys;
  readonly keyId: string;
  /** What the field holds, as it was typed. */
  readonly since: string;
  readonly mistakes: Mistakes;
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** Asks since when a key cannot be trusted; nothing is done yet. */
export function StolenPage(props: StolenPageProps) {
  const { issuer, keyId, since, mistakes, failure, reader } = props;
  const { message } = reader.messages;
  return (
    <>
      <StewardsMenu reader={reader} />
      <h1>{message('keys-stolen')}</h1>
      <OfIssuer {...{ issuer, keyId, reader }} />
      <RefusalNote failure={failure} reader={reader} />
      <p>{message('keys-stolen-lead')}</p>
      <form method="post" action={linkTo(stolenPath(issuer.slug, keyId), reader)}>
        <TextField
          name="since"
          type="datetime-local"
          label={message('keys-since')}
          help={message('keys-since-help')}
          value={since}
          mistake={mistakes.get('since')}
          required
        />
        <button type="submit">{message('keys-stolen-next')}</button>
      </form>
    </>
  );
}

type ConfirmPageProps = Pick<StolenPageProps, 'issuer' | 'keyId' | 'since' | 'reader'> & {
  readonly sinceSeconds: number;
};

/** What it means, before it is done: it cannot be undone. */
export function ConfirmStolenPage(props: ConfirmPageProps) {
  const { issuer, keyId, since, sinceSeconds, reader } = props;
  const { messages } = reader;
  const { message } = messages;
  return (
    <>
      <StewardsMenu reader={reader} />
      <h1>{message('keys-confirm-title')}</h1>
      <OfIssuer {...{ issuer, keyId, reader }} />
      <p class="note">{message('keys-stolen-since', momentText(sinceSeconds, messages))}</p>
      <ul>
        <li>{message('keys-confirm-leaves')}</li>
        <li>{message('keys-confirm-anew')}</li>
        <li>{message('keys-confirm-invalid')}</li>
        <li>{message('keys-confirm-for-ever')}</li>
      </ul>
      <form method="post" action={linkTo(stolenPath(issuer.slug, keyId), reader)}>
        <input type="hidden" name="since" value={since} />
        <input type="hidden" name="agree" value="yes" />
        <button type="submit" class="grave">
          {message('keys-confirm-button')}
        </button>
      </form>
      <p>
        <a class="step" href={linkTo(`${KEYS_PATH}/${issuer.slug}`, reader)}>
          {message('keys-confirm-back')}
        </a>
      </p>
    </>
  );
}

/** Where one says that a key was stolen. */
function stolenPath(slug: string, keyId: string): string {
  return `${KEYS_PATH}/${slug}/${keyId}/compromise`;
}

function OfIssuer({ issuer, keyId, reader }: Pick<StolenPageProps, 'issuer' | 'keyId' | 'reader'>) {
  return (
    <p>
      <Localised texts={issuer.names} reader={reader} /> · <code dir="ltr">{keyId}</code>
    </p>
  );
}
