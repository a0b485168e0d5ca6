import type { Failure } from '@laurel/core/failure';
import { readerOf } from '@laurel/http/reader';
import type { Context } from 'hono';
import { freshId } from '../fresh-id.ts';
import { NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { DESK_STYLESHEET } from '../page/stylesheet.ts';
import { ownShareOut } from '../share-outs/own.ts';
import { OwnShareOutSection } from '../share-outs/own-section.tsx';
import { ownTraining } from '../trainers/own-training.tsx';
import { AwardPage } from './award-page.tsx';
import type { HolderAward } from './holder-award.ts';
import { linkedInOffers } from './linked-in-offers.ts';
import { nameIn } from './localised.tsx';
import { notesOf } from './making/note.ts';
import { ownName } from './name/own-name.ts';
import { nextInvitation } from './next-invitation.tsx';
import type { HolderApp } from './require-session.ts';
import { signedInPage } from './signed-in-page.tsx';
import { ownThanks } from './thanks/own-thanks.ts';

/** A form of an award's page that was refused, as it was typed. */
type Refused = { readonly failure: Failure; readonly typed: URLSearchParams };

/** The page of an award for its holder; after a refusal with what was wrong, and the form as it was. */
export async function awardPage(
  c: Context<HolderApp>,
  held: HolderAward,
  refused: Refused | null = null,
): Promise<Response> {
  const { desk, holder: session } = c.var;
  const reader = readerOf(c.req.raw);
  const { accountId } = session;
  const [credentials, name, notes, thanks, invitation, training, promise] = await Promise.all([
    desk.signer.held(accountId, held.award.id),
    ownName(desk, accountId),
    notesOf(desk, accountId),
    ownThanks(desk, accountId, held.award.id),
    nextInvitation(desk, held),
    ownTraining(desk, held),
    ownShareOut(desk, accountId, held.award.id),
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
        linkedIn={await linkedInOffers(desk, accountId, own)}
        thanks={thanks}
        invitation={invitation}
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
