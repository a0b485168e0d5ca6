import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Done } from '../../page/done.tsx';
import { Localised } from '../localised.tsx';
import type { MutableIssuer } from './muted-issuers.ts';

type MutedPageProps = {
  readonly issuers: readonly MutableIssuer[];
  readonly done: 'muted' | 'shown' | undefined;
  readonly reader: Reader;
};

/** Whose offers somebody does not see, with the way back, and whose they could hide. */
export function MutedPage({ issuers, done, reader }: MutedPageProps) {
  const { message } = reader.messages;
  const muted = issuers.filter((one) => one.muted);
  const others = issuers.filter((one) => !one.muted);
  return (
    <>
      <p class="over">
        <a href={linkTo('/me', reader)}>{message('me-title')}</a>
      </p>
      <h1>{message('muted-title')}</h1>
      <Done sentence={done === undefined ? null : message(`muted-done-${done}`)} />
      <p>{message('muted-means')}</p>
      {muted.length === 0 && <p class="lead">{message('muted-nobody')}</p>}
      {muted.map((issuer) => (
        <IssuerForm issuer={issuer} reader={reader} />
      ))}
      {others.length > 0 && <h2>{message('muted-others')}</h2>}
      {others.map((issuer) => (
        <IssuerForm issuer={issuer} reader={reader} />
      ))}
    </>
  );
}

type IssuerFormProps = { readonly issuer: MutableIssuer; readonly reader: Reader };

function IssuerForm({ issuer: { slug, names, muted }, reader }: IssuerFormProps) {
  const { message } = reader.messages;
  return (
    <form method="post" action={linkTo('/me/muted', reader)} class="card">
      <p id={`issuer-${slug}`}>
        <Localised texts={names} reader={reader} />
      </p>
      <input type="hidden" name="issuer" value={slug} />
      <button
        type="submit"
        name="act"
        value={muted ? 'show' : 'mute'}
        class="quieter"
        aria-describedby={`issuer-${slug}`}
      >
        {message(muted ? 'muted-show' : 'muted-mute')}
      </button>
    </form>
  );
}
