import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { Desk } from '../env.ts';
import {
  type CurrentAchievement,
  findInvitation,
  type Invitation,
  otherAchievements,
} from '../invitations/invitation.ts';
import type { HolderAward } from './holder-award.ts';
import { Localised } from './localised.tsx';

/** An invitation with the achievement that it leads to; null where it leads to none that is awarded now. */
export type NextInvitation = Invitation & { readonly achievement: CurrentAchievement | null };

/** What the issuer of an accepted award invites its holder to; null where it invites to nothing. */
export async function nextInvitation(
  desk: Desk,
  { award }: HolderAward,
): Promise<NextInvitation | null> {
  if (award.state !== 'accepted') return null;
  const { issuer, achievementSlug } = award;
  const invitation = await findInvitation(desk, issuer, achievementSlug);
  if (invitation === null) return null;
  const { leadsTo } = invitation;
  const others = leadsTo === null ? [] : await otherAchievements(desk, issuer, achievementSlug);
  return { ...invitation, achievement: others.find(({ slug }) => slug === leadsTo) ?? null };
}

type InvitationNoteProps = {
  readonly held: HolderAward;
  readonly invitation: NextInvitation | null;
  readonly reader: Reader;
};

/** The one thing that an issuer invites to next. Whoever follows it is not seen to. */
export function InvitationNote({ held, invitation, reader }: InvitationNoteProps) {
  if (invitation === null) return null;
  const { texts, url, achievement } = invitation;
  return (
    <section aria-labelledby="next">
      <h2 id="next">{reader.messages.message('invitation-next')}</h2>
      <p class="over">
        <Localised texts={held.issuer.names} reader={reader} />
      </p>
      <p>
        <Localised texts={texts} reader={reader} source={held.achievement.sourceLanguage} />
      </p>
      {url !== null && (
        <p>
          <a href={url} dir="ltr" rel="noreferrer">
            {url}
          </a>
        </p>
      )}
      {achievement !== null && (
        <p>
          <a class="step" href={linkTo(`/achievements/${achievement.id}`, reader)}>
            <Localised
              texts={achievement.facts.name}
              reader={reader}
              source={achievement.facts.sourceLanguage}
            />
          </a>
        </p>
      )}
    </section>
  );
}
