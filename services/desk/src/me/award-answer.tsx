import { readerOf } from '@laurel/http/reader';
import type { Context } from 'hono';
import { endorsementsOfAward } from '../endorsements/own-endorsements.ts';
import { freshId } from '../fresh-id.ts';
import { NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { DESK_STYLESHEET } from '../page/stylesheet.ts';
import { ownShareOut } from '../share-outs/own.ts';
import { OwnShareOutSection } from '../share-outs/own-section.tsx';
import { ownTraining } from '../trainers/own-training.tsx';
import { AwardPage, type RefusedForm } from './award-page.tsx';
import { correctionOffered, type HolderAward } from './holder-award.ts';
import { linkedInOffers } from './linked-in-offers.ts';
import { nameIn } from './localised.tsx';
import { notesOf } from './making/note.ts';
import { ownName } from './name/own-name.ts';
import { nextInvitation } from './next-invitation.tsx';
import type { HolderApp } from './require-session.ts';
import { signedInPage } from './signed-in-page.tsx';
import { ownTerm } from './term/own-term.ts';
import { ownThanks } from './thanks/own-thanks.ts';

/** The page of an award for its holder; after a refusal with what was wrong, and the form as it was. */
export async function awardPage(
  c: Context<HolderApp>,
  held: HolderAward,
  refused: RefusedForm | null = null,
): Promise<Response> {
  const { desk, holder: session } = c.var;
  const reader = readerOf(c.req.raw);
  const { accountId } = session;
  const awardId = held.award.id;
  const [
    credentials,
    name,
    notes,
    thanks,
    invitation,
    correctionCode,
    term,
    endorsements,
    training,
    promise,
  ] = await Promise.all([
    desk.signer.held(accountId, awardId),
    ownName(desk, accountId),
    notesOf(desk, accountId),
    ownThanks(desk, accountId, awardId),
    nextInvitation(desk, held),
    correctionOffered(desk, held),
    ownTerm(desk, held),
    endorsementsOfAward(desk, accountId, awardId),
    ownTraining(desk, held),
    ownShareOut(desk, accountId, awardId),
  ]);
  const own = credentials.map((credential) => ({ credential, held }));
  return signedInPage({
    title: nameIn(held.achievement.name, reader, held.achievement.sourceLanguage),
    path: `/me/awards/${held.award.id}`,
    reader,
    session,
    styles: DESK_STYLESHEET,
    status: statusOfForm(refused?.failure ?? null, NO_MISTAKES),
    children: (
      <AwardPage
        held={held}
        credentials={credentials}
        writings={name.writings}
        notes={notes}
        endorsements={endorsements}
        linkedIn={await linkedInOffers(desk, accountId, own)}
        thanks={thanks}
        invitation={invitation}
        correctionCode={correctionCode}
        term={term}
        training={training}
        promise={
          <OwnShareOutSection promise={promise} nowSeconds={desk.nowSeconds} reader={reader} />
        }
        origin={desk.origin}
        requestKey={freshId()}
        refused={refused}
        done={c.req.query('done')}
        session={session}
        reader={reader}
      />
    ),
  });
}
