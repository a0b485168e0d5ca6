import { linkTo } from '@laurel/pages/link';
import { deskPath } from '../page/desk-page.tsx';
import { OfferForm } from './offer-form.tsx';
import type { SignatoriesPageProps } from './signatories-page.tsx';

/** What it means to be named, how it stands with one’s own offer, and the ways to change that. */
export function OwnSigning({ member, listed, rows, mistakes, reader }: SignatoriesPageProps) {
  const { message } = reader.messages;
  const path = deskPath(member.issuer, '/signatories');
  const own = listed.find(({ accountId }) => accountId === member.accountId);
  return (
    <section aria-labelledby="own">
      <h2 id="own">{message('signatories-own')}</h2>
      {own !== undefined && (
        <p class="note">
          {message(own.place === null ? 'signatories-own-waits' : 'signatories-own-stands')}
        </p>
      )}
      <ul>
        <li>{message('signatories-means-public')}</li>
        <li>{message('signatories-means-stays')}</li>
        <li>{message('signatories-means-ends')}</li>
        <li>{message('signatories-means-account')}</li>
        <li>{message('signatories-means-own')}</li>
      </ul>
      <OfferForm
        rows={rows}
        path={`${path}/own`}
        again={own !== undefined}
        mistakes={mistakes}
        reader={reader}
      />
      {own !== undefined && (
        <details>
          <summary>{message('signatories-withdraw')}</summary>
          <form method="post" action={linkTo(`${path}/own/withdraw`, reader)}>
            <p>{message('signatories-withdraw-means')}</p>
            <button type="submit" class="grave">
              {message('signatories-withdraw')}
            </button>
          </form>
        </details>
      )}
    </section>
  );
}
