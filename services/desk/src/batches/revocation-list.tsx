import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { deskPath } from '../page/desk-page.tsx';
import { Paging } from '../page/paging.tsx';
import type { BatchRevocation } from './find-revocations.ts';
import { RevocationRequest } from './revocation-request.tsx';

type RevocationListProps = {
  readonly issuer: string;
  readonly revocations: readonly BatchRevocation[];
  readonly page: number;
  readonly total: number;
  readonly reader: Reader;
};

/** Requests to revoke batches of an issuer, newest first. */
export function RevocationList(props: RevocationListProps) {
  const { issuer, revocations, page, total, reader } = props;
  const { message } = reader.messages;
  return (
    <>
      <p class="over">
        <a href={linkTo(deskPath(issuer, '/batches'), reader)}>{message('desk-section-batches')}</a>
      </p>
      <h1>{message('revocations-list-title')}</h1>
      <p>{message('revocations-list-lead')}</p>
      {total === 0 && <p>{message('revocations-none')}</p>}
      <ul class="people">
        {revocations.map((revocation) => (
          <li>
            <a
              href={linkTo(deskPath(issuer, `/batches/${revocation.batchId}/revocations`), reader)}
            >
              <bdi dir="auto">
                {revocation.label === '' ? revocation.achievementSlug : revocation.label}
              </bdi>
            </a>
            <RevocationRequest revocation={revocation} reader={reader} />
          </li>
        ))}
      </ul>
      <Paging
        page={page}
        total={total}
        path={deskPath(issuer, '/batches/revocations')}
        reader={reader}
      />
    </>
  );
}
