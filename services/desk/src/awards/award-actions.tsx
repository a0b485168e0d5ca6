import { REVOCATION_REASONS, SUSPENSION_REASONS } from '@laurel/core/award';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { Child } from 'hono/jsx';
import type { Member } from '../acting/member.ts';
import { isOver } from '../awarding/corrections.ts';
import { deskPath } from '../page/desk-page.tsx';
import { Select } from '../page/fields.tsx';
import { meaningOfCorrection } from './correction-meaning.ts';
import type { IssuersAward } from './find-award.ts';

type ActionsProps = {
  readonly award: IssuersAward;
  readonly member: Member;
  readonly reader: Reader;
};

/** What can be done about an award: each with what it does, and whether it can be taken back. */
export function AwardActions({ award, member, reader }: ActionsProps) {
  const { message } = reader.messages;
  const path = deskPath(award.issuer, `/awards/${award.id}`);
  const mayAward = member.scopes.has('awards:write');
  const mayRevoke = member.scopes.has('awards:revoke');
  const isOpen = award.state === 'open';
  const isAccepted = award.state === 'accepted';
  const stands = isAccepted && award.supersededBy === null;
  const canBeCorrected = (isOpen || isAccepted) && award.corrections.every(isOver);
  return (
    <>
      {mayAward && canBeCorrected && (
        <section aria-labelledby="correct">
          <h2 id="correct">{message('awards-correct')}</h2>
          <p>{message(meaningOfCorrection(award))}</p>
          <p>
            <a class="button quieter" href={linkTo(`${path}/correction`, reader)}>
              {message('awards-correct-link')}
            </a>
          </p>
        </section>
      )}
      {mayRevoke && stands && award.suspendedAtSeconds === null && (
        <Action name="suspend" action={linkTo(`${path}/suspension`, reader)} reader={reader}>
          <Select
            name="reason"
            label={message('awards-reason')}
            options={SUSPENSION_REASONS.map((reason) => ({
              value: reason,
              label: message(`suspension-${reason}-issuer`),
            }))}
          />
        </Action>
      )}
      {mayRevoke &&
        stands &&
        award.suspendedAtSeconds !== null &&
        (award.accountId === member.accountId ? (
          <p class="note">{message('awards-lift-own')}</p>
        ) : (
          <Action name="lift" action={linkTo(`${path}/suspension/end`, reader)} reader={reader} />
        ))}
      {mayAward && isOpen && (
        <Action name="cancel" action={linkTo(`${path}/cancellation`, reader)} reader={reader} />
      )}
      {mayAward && award.state === 'closed' && (
        <Action name="renew" action={linkTo(`${path}/renewal`, reader)} reader={reader} />
      )}
      {mayRevoke && isAccepted && (
        <Action name="revoke" action={linkTo(`${path}/revocation`, reader)} reader={reader}>
          <Select
            name="reason"
            label={message('awards-reason')}
            options={REVOCATION_REASONS.map((reason) => ({
              value: reason,
              label: message(`revocation-${reason}-issuer`),
            }))}
          />
        </Action>
      )}
    </>
  );
}

const GRAVE = ['cancel', 'revoke'];

type ActionProps = {
  readonly name: 'suspend' | 'lift' | 'cancel' | 'renew' | 'revoke';
  readonly action: string;
  readonly reader: Reader;
  readonly children?: Child;
};

function Action({ name, action, reader, children }: ActionProps) {
  const { message } = reader.messages;
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{message(`awards-${name}`)}</h2>
      <p>{message(`awards-${name}-means`)}</p>
      <form method="post" action={action}>
        {children}
        <button type="submit" class={GRAVE.includes(name) ? 'grave' : 'quieter'}>
          {message(`awards-${name}`)}
        </button>
      </form>
    </section>
  );
}
