import type { Failure } from '@laurel/core/failure';
import { MAX_SIGNATORIES } from '@laurel/core/signatory';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { Member } from '../acting/member.ts';
import { deskPath } from '../page/desk-page.tsx';
import { Done } from '../page/done.tsx';
import { MistakeList, type Mistakes } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import type { ListedSignatory } from './list-signatories.ts';
import type { OfferRow } from './offer-rows.ts';
import { OwnSigning } from './own-signing.tsx';
import { SignatoryTexts } from './signatory-texts.tsx';

/** What a form of the page has just done. */
export const DONE_HERE = ['offered', 'withdrawn', 'on', 'first', 'off'] as const;

export type SignatoriesPageProps = {
  readonly member: Member;
  /** What the member gets to see. */
  readonly listed: readonly ListedSignatory[];
  readonly rows: readonly OfferRow[];
  readonly done: (typeof DONE_HERE)[number] | null;
  readonly mistakes: Mistakes;
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** Who signs certificates for an issuer, who offers to, and offering it oneself. */
export function SignatoriesPage(props: SignatoriesPageProps) {
  const { member, listed, done, mistakes, failure, reader } = props;
  const { message } = reader.messages;
  const on = listed.filter(({ place }) => place !== null);
  return (
    <>
      <h1>{message('desk-section-signatories')}</h1>
      <Done sentence={done === null ? null : message(`signatories-done-${done}`)} />
      <RefusalNote failure={failure} reader={reader} />
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      <p class="lead">{message('signatories-lead')}</p>
      <h2>{message('signatories-now')}</h2>
      {on.length === 0 && <p>{message('signatories-nobody')}</p>}
      <ul class="people">
        {on.map((signatory, at) => (
          <li>
            <SignatoryTexts
              signatory={signatory}
              own={signatory.accountId === member.accountId}
              reader={reader}
            />
            {member.scopes.has('issuer:write') && (
              <ChangeOf signatory={signatory} isSecond={at > 0} member={member} reader={reader} />
            )}
          </li>
        ))}
      </ul>
      {member.scopes.has('issuer:write') && <Offers {...props} />}
      <OwnSigning {...props} />
    </>
  );
}

type ChangeProps = Pick<SignatoriesPageProps, 'member' | 'reader'> & {
  readonly signatory: ListedSignatory;
};

function ChangeOf({ signatory, isSecond, member, reader }: ChangeProps & { isSecond: boolean }) {
  const { message } = reader.messages;
  const path = deskPath(member.issuer, `/signatories/${signatory.id}`);
  return (
    <>
      {isSecond && (
        <form method="post" action={linkTo(`${path}/first`, reader)}>
          <button type="submit" class="quieter">
            {message('signatories-first')}
          </button>
        </form>
      )}
      <details>
        <summary>{message('signatories-take-off')}</summary>
        <form method="post" action={linkTo(`${path}/end`, reader)}>
          <p>{message('signatories-take-off-means')}</p>
          <button type="submit" class="grave">
            {message('signatories-take-off')}
          </button>
        </form>
      </details>
    </>
  );
}

function Offers({ member, listed, reader }: SignatoriesPageProps) {
  const { message } = reader.messages;
  const offers = listed.filter(({ place }) => place === null);
  const isFull = listed.length - offers.length >= MAX_SIGNATORIES;
  return (
    <>
      <h2>{message('signatories-offers')}</h2>
      <p>{message(offers.length === 0 ? 'signatories-no-offers' : 'signatories-offers-lead')}</p>
      {isFull && offers.length > 0 && <p class="note">{message('signatories-full')}</p>}
      <ul class="people">
        {offers.map((signatory) => (
          <li>
            <SignatoryTexts
              signatory={signatory}
              own={signatory.accountId === member.accountId}
              reader={reader}
            />
            {!isFull && (
              <form
                method="post"
                action={linkTo(
                  deskPath(member.issuer, `/signatories/${signatory.id}/accept`),
                  reader,
                )}
              >
                <button type="submit">{message('signatories-put-on')}</button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
