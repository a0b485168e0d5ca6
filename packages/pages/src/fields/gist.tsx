import type { JsonObject } from '@laurel/core/json';
import type { Reader } from '@laurel/http/reader';
import { isolated } from '@laurel/i18n/isolated';
import { longDate } from '@laurel/i18n/long-date';
import type { Messages } from '@laurel/i18n/messages';
import { Person } from '../person.tsx';
import { type NamedHolder, readGist } from './read-gist.ts';

type GistProps = {
  readonly credential: JsonObject;
  /** False where nobody is to be named, as the document is not to be relied on. */
  readonly named: boolean;
  readonly reader: Reader;
};

/** What a credential of any issuer says first of all, large, to be compared with a copy. */
export function GistOf({ credential, named, reader }: GistProps) {
  const { messages } = reader;
  const { message } = messages;
  const gist = readGist(credential, reader.languages);
  return (
    <dl>
      <dt>{message('gist-title')}</dt>
      <dd class="who">
        <bdi dir="auto">{gist.title ?? message('value-unknown')}</bdi>
      </dd>
      <dt>{message('gist-issuer')}</dt>
      <dd>
        <bdi dir="auto">{gist.issuer.name ?? message('value-unknown')}</bdi>
        {gist.issuer.id !== null && (
          <>
            <br />
            <bdi dir="ltr" class="quiet small" translate="no">
              {gist.issuer.id}
            </bdi>
          </>
        )}
      </dd>
      {named && (
        <>
          <dt>{message('gist-holder')}</dt>
          {gist.holders.length === 0 && <dd>{message('gist-holder-none')}</dd>}
          {gist.holders.map((holder) => (
            <dd>
              <HolderName holder={holder} messages={messages} />
            </dd>
          ))}
          <Moment label={message('field-validFrom')} written={gist.validFrom} messages={messages} />
          <Moment
            label={message('field-validUntil')}
            written={gist.validUntil}
            messages={messages}
          />
        </>
      )}
    </dl>
  );
}

type HolderProps = { readonly holder: NamedHolder; readonly messages: Messages };

/** A name, large, with what kind of name it is: they are not worth the same. */
function HolderName({ holder, messages }: HolderProps) {
  const { message } = messages;
  if (holder.how === 'hashed') return <>{message('fields-hashed')}</>;
  return (
    <>
      <span class={holder.how === 'id' ? 'small' : 'who'}>
        <Person name={holder.name} />
      </span>
      <br />
      <span class="quiet small">{kindOf(holder, messages)}</span>
    </>
  );
}

function kindOf(holder: Exclude<NamedHolder, { how: 'hashed' }>, { message }: Messages): string {
  switch (holder.how) {
    case 'self_declared':
      return message('credential-holder-name');
    case 'identifier':
      return message('gist-holder-identifier', isolated(holder.kind));
    default:
      return message(`gist-holder-${holder.how}`);
  }
}

type MomentProps = {
  readonly label: string;
  readonly written: string | null;
  readonly messages: Messages;
};

function Moment({ label, written, messages: { language } }: MomentProps) {
  if (written === null) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <time>{longDate(written.slice(0, 10), language)}</time>{' '}
        <bdi dir="ltr" class="iso">
          ({written})
        </bdi>
      </dd>
    </>
  );
}
