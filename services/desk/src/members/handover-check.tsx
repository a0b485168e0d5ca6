import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { Member } from '../acting/member.ts';
import { deskPath } from '../page/desk-page.tsx';
import type { PersonFacts } from '../stewards/contact-facts.ts';
import { PersonToAsk } from '../stewards/person-to-ask.tsx';
import type { MemberFields } from './members-page.tsx';

type HandoverCheckProps = {
  readonly member: Member;
  readonly fields: MemberFields;
  readonly successor: PersonFacts;
  readonly reader: Reader;
};

/**
 * Asks whether it is the right person, before everything goes to somebody who has no grant yet: a name
 * that was mistyped is mostly somebody's too, and nobody but them could hand it back.
 */
export function HandoverCheck({ member, fields, successor, reader }: HandoverCheckProps) {
  const { message } = reader.messages;
  const path = deskPath(member.issuer, '/members');
  return (
    <>
      <h1>{message('members-handover-check')}</h1>
      <PersonToAsk facts={successor} reader={reader} />
      <p>{message('members-handover-check-means')}</p>
      <form method="post" action={linkTo(`${path}/handover`, reader)}>
        <input type="hidden" name="member" value={fields.from} />
        <input type="hidden" name="successor" value={fields.to} />
        <input type="hidden" name="account" value={successor.accountId} />
        <button type="submit" class="grave">
          {message('members-handover')}
        </button>
      </form>
      <p>
        <a href={linkTo(path, reader)}>{message('members-handover-other')}</a>
      </p>
    </>
  );
}
