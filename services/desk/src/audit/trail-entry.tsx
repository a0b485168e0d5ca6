import type { AuditAct } from '@laurel/core/audit-act';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { deskPath } from '../page/desk-page.tsx';
import type { NamedRecord } from './read.ts';

/** What was done to something that has a page, and where that is. */
const PLACES: Readonly<Partial<Record<AuditAct, 'awards' | 'batches'>>> = {
  award_cancelled: 'awards',
  award_revoked: 'awards',
  award_suspended: 'awards',
  suspension_lifted: 'awards',
  award_corrected: 'awards',
  batch_created: 'batches',
  batch_revocation_requested: 'batches',
  batch_revocation_withdrawn: 'batches',
  batch_revoked: 'batches',
  certificates_taken: 'batches',
};

type TrailEntryProps = {
  readonly entry: NamedRecord;
  readonly issuer: string;
  /** The account that reads. */
  readonly you: string;
  readonly reader: Reader;
};

/** Who did what, when and to whom or to what: people by name while that is known. */
export function TrailEntry({ entry, issuer, you, reader }: TrailEntryProps) {
  const { act, actor, subject, at, username, accountId } = entry;
  const { message, language } = reader.messages;
  const place = PLACES[act];
  return (
    <li>
      <strong>{message(`audit-act-${act}`)}</strong>
      <p>
        <OnTrail person={{ key: actor, username, accountId }} {...{ issuer, you, reader }} />
      </p>
      <p class="quiet small">
        {longDate(at.slice(0, 10), language)} <bdi dir="ltr">{at.slice(11, 19)} UTC</bdi>
        {' · '}
        {place === undefined ? (
          <OnTrail
            person={{
              key: subject,
              username: entry.subjectUsername,
              accountId: entry.subjectAccountId,
            }}
            {...{ issuer, you, reader }}
          />
        ) : (
          <a href={linkTo(deskPath(issuer, `/${place}/${subject}`), reader)}>
            <code dir="ltr">{subject}</code>
          </a>
        )}
      </p>
    </li>
  );
}

type OnTrailProps = Omit<TrailEntryProps, 'entry'> & {
  readonly person: {
    readonly key: string;
    readonly username: string | null;
    readonly accountId: string | null;
  };
};

/** Somebody by name, or by their key, with the way to erase them; whatever else has an id by that. */
function OnTrail({ person: { key, username, accountId }, issuer, you, reader }: OnTrailProps) {
  const forget = deskPath(issuer, `/audit/people/${key}/forget`);
  return (
    <>
      {username === null ? <code dir="ltr">{key}</code> : <Person name={username} />}{' '}
      {accountId !== null && accountId !== you && (
        <a class="small" href={linkTo(forget, reader)}>
          {reader.messages.message('audit-forget')}
        </a>
      )}
    </>
  );
}
