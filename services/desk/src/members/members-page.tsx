import { MAX_GRANT_DAYS } from '@laurel/contracts/member-requests';
import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { GRANTS } from '@laurel/core/issuer';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import type { Child } from 'hono/jsx';
import type { Member } from '../acting/member.ts';
import { deskPath } from '../page/desk-page.tsx';
import { Boxes, MistakeList, type Mistakes, Select, TextField } from '../page/fields.tsx';
import { RefusalNote } from '../page/refusal-note.tsx';
import { EndingNotes } from './ending-notes.tsx';
import type { GrantsEnding, ListedGrant } from './grants-ending.ts';

export type MemberFields = {
  readonly username: string;
  readonly grant: string;
  readonly days: string;
  readonly from: string;
  readonly to: string;
};

type MembersPageProps = {
  readonly member: Member;
  readonly grants: readonly ListedGrant[];
  readonly ending: GrantsEnding;
  /** Whoever may award by a training, as a section of its own. */
  readonly trainers: Child;
  readonly fields: MemberFields;
  readonly failure: Failure | null;
  readonly reader: Reader;
};

/** Who may do what for an issuer and until when, and the ways to change it. */
export function MembersPage(props: MembersPageProps) {
  const { member, grants, ending, trainers, fields, failure, reader } = props;
  const { message, language } = reader.messages;
  const path = deskPath(member.issuer, '/members');
  const mistakes = mistakesIn(failure, message('sheets-terms-mistake'));
  const isAdmin = member.scopes.has('members:write');
  return (
    <>
      <h1>{message('desk-section-members')}</h1>
      <MistakeList title={message('desk-mistakes')} mistakes={[...mistakes]} />
      {mistakes.size === 0 && <RefusalNote failure={failure} reader={reader} />}
      <EndingNotes member={member} ending={ending} reader={reader} />
      <ul class="people">
        {grants.map(({ accountId, username, grant, endsAtSeconds }) => (
          <li>
            <strong>
              {username === null ? <code dir="ltr">{accountId}</code> : <Person name={username} />}
            </strong>
            <p>
              {message(`members-grant-${grant}`)}{' '}
              <span class="quiet small">
                {message('members-until', longDate(dayOf(endsAtSeconds), language))}
              </span>
            </p>
            {isAdmin && accountId !== member.accountId && (
              <form method="post" action={linkTo(`${path}/grants/renewal`, reader)}>
                <input type="hidden" name="account" value={accountId} />
                <input type="hidden" name="grant" value={grant} />
                <button type="submit" class="quieter">
                  {message('members-renew')}
                </button>
              </form>
            )}
            {isAdmin && (
              <details>
                <summary>{message('members-end')}</summary>
                <form method="post" action={linkTo(`${path}/grants/end`, reader)}>
                  <input type="hidden" name="account" value={accountId} />
                  <input type="hidden" name="grant" value={grant} />
                  <p>{message('members-end-means')}</p>
                  <button type="submit" class="grave">
                    {message('members-end')}
                  </button>
                </form>
              </details>
            )}
          </li>
        ))}
      </ul>
      {trainers}
      {isAdmin && (
        <section aria-labelledby="give">
          <h2 id="give">{message('members-give')}</h2>
          <p>{message('members-give-lead')}</p>
          <form method="post" action={linkTo(`${path}/grants`, reader)}>
            <TextField
              name="username"
              label={message('members-username')}
              value={fields.username}
              mistake={mistakes.get('username')}
              required
              autocomplete="off"
            />
            <Boxes
              name="grant"
              kind="radio"
              label={message('members-grant')}
              values={[fields.grant]}
              mistake={mistakes.get('grant')}
              options={GRANTS.map((grant) => ({
                value: grant,
                label: message(`members-grant-${grant}`),
                help: message(`members-grant-${grant}-help`),
              }))}
            />
            <TextField
              name="days"
              label={message('tokens-days')}
              help={message('tokens-days-help', MAX_GRANT_DAYS)}
              inputmode="numeric"
              value={fields.days}
              mistake={mistakes.get('days')}
              required
            />
            <button type="submit">{message('members-give')}</button>
          </form>
        </section>
      )}
      <section aria-labelledby="handover">
        <h2 id="handover">{message('members-handover')}</h2>
        <p>{message('members-handover-means')}</p>
        <form method="post" action={linkTo(`${path}/handover`, reader)}>
          {isAdmin && (
            <Select
              name="member"
              label={message('members-leaver')}
              value={fields.from}
              options={[
                { value: '', label: message('members-leaver-self') },
                ...leavers(grants, member.accountId),
              ]}
            />
          )}
          <TextField
            name="successor"
            label={message('members-successor')}
            value={fields.to}
            required
            autocomplete="off"
          />
          <button type="submit" class="grave">
            {message('members-handover')}
          </button>
        </form>
      </section>
    </>
  );
}

/** Everybody else who has a grant, each once. */
function leavers(grants: readonly ListedGrant[], accountId: string) {
  const names = new Map(grants.map((one) => [one.accountId, one.username ?? one.accountId]));
  names.delete(accountId);
  return [...names].map(([value, label]) => ({ value, label }));
}

/** The fields that cannot be taken; none where the whole was refused for another reason. */
function mistakesIn(failure: Failure | null, sentence: string): Mistakes {
  const issues = failure?.reason === 'request_invalid' ? failure.issues : [];
  return new Map(issues.map(({ pointer }) => [pointer.slice(1), sentence]));
}
