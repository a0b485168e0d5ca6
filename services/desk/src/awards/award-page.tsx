import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import type { Member } from '../acting/member.ts';
import { deskPath } from '../page/desk-page.tsx';
import { Done } from '../page/done.tsx';
import { ThanksNote } from '../thanks/thanks-page.tsx';
import { AwardActions } from './award-actions.tsx';
import { AwardFacts } from './award-facts.tsx';
import { AwardHistory } from './award-history.tsx';
import { AwardTags } from './award-tags.tsx';
import type { IssuersAward } from './find-award.ts';

type AwardPageProps = {
  readonly award: IssuersAward;
  /** Its holder's; empty where there are none. */
  readonly thanks: string;
  readonly member: Member;
  /** What the form just sent has done. */
  readonly done: string | null;
  readonly reader: Reader;
};

/** One award as its issuer may see it, what became of it, and what can be done about it. */
export function AwardPage({ award, thanks, member, done, reader }: AwardPageProps) {
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
      <ThanksNote words={thanks} reader={reader} />
      <AwardHistory award={award} reader={reader} />
      <AwardActions award={award} member={member} reader={reader} />
    </>
  );
}
