import type { Reader } from '@laurel/http/reader';
import { isolated } from '@laurel/i18n/isolated';
import { linkTo } from '@laurel/pages/link';
import type { HolderAward } from '../me/holder-award.ts';
import { nameIn } from '../me/localised.tsx';

type MutedOfferProps = { readonly held: HolderAward; readonly reader: Reader };

/** Instead of an offer whose issuer its holder muted: that they did, and the way to take it back. */
export function MutedOffer({ held: { award, issuer }, reader }: MutedOfferProps) {
  const { message } = reader.messages;
  return (
    <>
      <h1>{message('claim-muted-title', isolated(nameIn(issuer.names, reader)))}</h1>
      <p class="lead">{message('claim-muted-means')}</p>
      <form method="post" action={linkTo('/me/muted', reader)}>
        <input type="hidden" name="issuer" value={issuer.slug} />
        <input type="hidden" name="offer" value={award.claimCode} />
        <button type="submit" name="act" value="show">
          {message('claim-muted-show')}
        </button>
      </form>
      <p>
        <a class="step" href={linkTo('/me', reader)}>
          {message('claim-muted-leave')}
        </a>
      </p>
    </>
  );
}
