import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import type { Member } from '../acting/member.ts';
import { deskPath } from '../page/desk-page.tsx';
import { Done } from '../page/done.tsx';
import type { TermException } from '../role-terms/exceptions.ts';
import { ThanksNote } from '../thanks/thanks-page.tsx';
import { AwardActions } from './award-actions.tsx';
import { AwardFacts } from './award-facts.tsx';
import { AwardHistory } from './award-history.tsx';
import { AwardTags } from './award-tags.tsx';
import { AwardTerm } from './award-term.tsx';
import type { IssuersAward } from './find-award.ts';

type AwardPageProps = {
  readonly award: IssuersAward;
  /** Its holder's; empty where there are none. */
  readonly thanks: string;
  /** Exceptions that stand for its holder, in this role. */
  readonly exceptions: readonly TermException[];
  readonly today: string;
  readonly member: Member;
  /** What the form just sent has done. */
  readonly done: string | null;
  readonly reader: Reader;
};

/** One award as its issuer may see it, what became of it, and what can be done about it. */
export function AwardPage(props: AwardPageProps) {
  const { award, thanks, exceptions, today, member, done, reader } = props;
  const { message } = reader.messages;
  return (
    <>
      <p class="over">
        <a href={linkTo(deskPath(award.issuer, '/awards'), reader)}>
          {message('desk-section-awards')}
        </a>
      </p>
      <h1>
        {award.username === null ? message('awards-nameless') : <Person name={award.username} />}
      </h1>
      <Done sentence={done} />
      <p>
        <AwardTags award={award} reader={reader} />
      </p>
      <AwardFacts award={award} reader={reader} />
      <AwardTerm
        award={award}
        today={today}
        exceptions={exceptions}
        member={member}
        reader={reader}
      />
      <ThanksNote words={thanks} reader={reader} />
      <AwardHistory award={award} reader={reader} />
      <AwardActions award={award} member={member} reader={reader} />
    </>
  );
}
