import type { Achievement } from '@laurel/core/achievement';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { Member } from '../acting/member.ts';
import { nameIn } from '../me/localised.tsx';
import { deskPath } from '../page/desk-page.tsx';
import { AchievementNames } from './achievement-names.tsx';

type TrainerDeskProps = {
  readonly member: Member;
  /** Slugs. */
  readonly mayAward: readonly string[];
  readonly achievements: readonly Achievement[];
  readonly reader: Reader;
};

/** The first page of an issuer’s desk for a trainer: what they may award, and the ways to do it. */
export function TrainerDesk({ member, mayAward, achievements, reader }: TrainerDeskProps) {
  const { message } = reader.messages;
  return (
    <>
      <h1>{nameIn(member.issuerFace.names, reader)}</h1>
      {mayAward.length === 0 ? (
        <p>{message('trainers-desk-nothing')}</p>
      ) : (
        <>
          <p class="lead">{message('trainers-desk-lead')}</p>
          <AchievementNames slugs={mayAward} achievements={achievements} reader={reader} />
          <p class="actions">
            <a class="button" href={linkTo(deskPath(member.issuer, '/sheets'), reader)}>
              {message('desk-section-sheets')}
            </a>
          </p>
        </>
      )}
      <p>{message('trainers-desk-ask')}</p>
    </>
  );
}
