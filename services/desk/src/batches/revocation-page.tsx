import { BATCH_REVOCATION_DAYS, REVOCATION_REASONS } from '@laurel/core/award';
import type { Failure } from '@laurel/core/failure';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { Member } from '../acting/member.ts';
import { deskPath } from '../page/desk-page.tsx';
import { Done } from '../page/done.tsx';
import { Select } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import type { BatchCounts, DeskBatch } from './batch-progress.ts';
import type { BatchRevocation } from './find-revocations.ts';
import { RevocationRequest } from './revocation-request.tsx';

type RevocationPageProps = {
  readonly batch: DeskBatch;
  readonly counts: BatchCounts;
  readonly revocations: readonly BatchRevocation[];
  readonly member: Member;
  /** The reason that was chosen in a form that was refused. */
  readonly chosen: string;
  readonly failure: Failure | null;
  readonly done: string | null;
  readonly reader: Reader;
};

/** Revoking a whole batch: what that does, who asks for it, and who confirms it. */
export function RevocationPage(props: RevocationPageProps) {
  const { batch, counts, revocations, member, chosen, failure, done, reader } = props;
  const { message } = reader.messages;
  const path = deskPath(batch.issuer, `/batches/${batch.id}`);
  const waiting = revocations.find(({ state }) => state === 'waiting');
  const decided = revocations.filter(({ state }) => state !== 'waiting');
  const mayRevoke = member.scopes.has('awards:revoke');
  const isLeft = counts.accepted + counts.open > 0;
  return (
    <>
      <p class="over">
        <a href={linkTo(path, reader)}>
          {batch.label === '' ? message('batches-title-one') : <bdi>{batch.label}</bdi>}
        </a>
      </p>
      <h1>{message('revocations-title')}</h1>
      <Done sentence={done} />
      <RefusalNote failure={failure} reader={reader} />
      {isLeft ? (
        <ul>
          {counts.accepted > 0 && <li>{message('revocations-accepted', counts.accepted)}</li>}
          {counts.open > 0 && <li>{message('revocations-open', counts.open)}</li>}
          <li>{message('revocations-holders')}</li>
          <li>{message('revocations-corrected')}</li>
          <li>
            <strong>{message('revocations-for-ever')}</strong>
          </li>
        </ul>
      ) : (
        <p>{message('revocations-nothing-left')}</p>
      )}
      {waiting !== undefined && (
        <Waiting revocation={waiting} path={path} member={member} reader={reader} />
      )}
      {waiting === undefined && mayRevoke && isLeft && (
        <section aria-labelledby="ask">
          <h2 id="ask">{message('revocations-ask-title')}</h2>
          <p>{message('revocations-ask-means', BATCH_REVOCATION_DAYS)}</p>
          <form method="post" action={linkTo(`${path}/revocations`, reader)}>
            <Select
              name="reason"
              label={message('awards-reason')}
              value={chosen}
              options={REVOCATION_REASONS.map((reason) => ({
                value: reason,
                label: message(`revocation-${reason}-issuer`),
              }))}
            />
            <button type="submit" class="grave">
              {message('revocations-ask')}
            </button>
          </form>
        </section>
      )}
      {decided.length > 0 && (
        <section aria-labelledby="decided">
          <h2 id="decided">{message('revocations-decided')}</h2>
          <ul class="people">
            {decided.map((revocation) => (
              <li>
                <RevocationRequest revocation={revocation} reader={reader} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type WaitingProps = {
  readonly revocation: BatchRevocation;
  readonly path: string;
  readonly member: Member;
  readonly reader: Reader;
};

function Waiting({ revocation, path, member, reader }: WaitingProps) {
  const { message } = reader.messages;
  const isOwn = revocation.requestedBy === member.accountId;
  const own = `${path}/revocations/${revocation.id}`;
  return (
    <section class="card" aria-labelledby="waiting">
      <h2 id="waiting">{message('revocations-waiting-title')}</h2>
      <RevocationRequest revocation={revocation} reader={reader} />
      <p>{message(isOwn ? 'revocations-own' : 'revocations-confirm-means')}</p>
      {member.scopes.has('awards:revoke') && (
        <div class="actions">
          {!isOwn && (
            <form method="post" action={linkTo(`${own}/confirmation`, reader)}>
              <button type="submit" class="grave">
                {message('revocations-confirm')}
              </button>
            </form>
          )}
          <form method="post" action={linkTo(`${own}/end`, reader)}>
            <button type="submit" class="quieter">
              {message('revocations-withdraw')}
            </button>
          </form>
        </div>
      )}
    </section>
  );
}
