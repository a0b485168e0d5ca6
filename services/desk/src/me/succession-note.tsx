import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { HolderAward } from './holder-award.ts';

type SuccessionProps = { readonly award: HolderAward['award']; readonly reader: Reader };

/** The way from a superseded award to the one that put it right, for its holder. */
export function SupersededNote({ award, reader }: SuccessionProps) {
  const { message } = reader.messages;
  if (award.supersededBy === null || award.state !== 'accepted') return null;
  return (
    <p class="note">
      {message('me-superseded')}{' '}
      <a href={linkTo(`/me/awards/${award.supersededBy}`, reader)}>{message('me-open-newer')}</a>
    </p>
  );
}

type CorrectionOfferedProps = {
  /** The claim code of the offer; null where none waits. */
  readonly claimCode: string | null;
  readonly reader: Reader;
};

/** On an accepted award whose issuer wants to put it right: the way to that offer, muted or not. */
export function CorrectionOffered({ claimCode, reader }: CorrectionOfferedProps) {
  const { message } = reader.messages;
  if (claimCode === null) return null;
  return (
    <p class="note">
      {message('me-correction-offered')}{' '}
      <a href={linkTo(`/claim/${claimCode}`, reader)}>{message('me-correction-see')}</a>
    </p>
  );
}

/**
 * On an award that put another one right: whether the public page of the old certificate leads to the
 * new one. Off unless the holder switches it on.
 */
export function PredecessorLink({ award, reader }: SuccessionProps) {
  const { message } = reader.messages;
  if (award.corrects === '' || award.state !== 'accepted') return null;
  const to = award.linksPredecessor ? 'off' : 'on';
  return (
    <section class="card" aria-labelledby="predecessor">
      <h2 id="predecessor">{message('me-predecessor')}</h2>
      <p>
        {message('me-predecessor-means')}{' '}
        <a href={linkTo(`/me/awards/${award.corrects}`, reader)}>{message('me-open-older')}</a>
      </p>
      <p>
        <strong>{message(award.linksPredecessor ? 'me-connected' : 'me-not-connected')}</strong>{' '}
        {message('me-connection-means')}
      </p>
      <form method="post" action={linkTo(`/me/awards/${award.id}/link`, reader)}>
        <button type="submit" class="quieter" name="link" value={to}>
          {message(`me-connection-switch-${to}`)}
        </button>
      </form>
    </section>
  );
}
