import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { isSteward } from '../acting/stewards.ts';
import { ownApplications } from '../applications/own-applications.ts';
import { applicationPages } from '../applications/pages.tsx';
import type { HolderApp } from '../me/require-session.ts';
import { deskPage } from '../page/desk-page.tsx';
import { waitingApplications } from '../stewards/applications.ts';
import { OwnDesk } from './own-desk.tsx';
import { ownIssuers, trainedFor } from './own-issuers.ts';

/** `/desk`: the issuers that somebody is a member of, and applying to become one (`/desk/apply`). */
export const ownPages = new Hono<HolderApp>();

ownPages.get('/', async (c) => {
  const { desk, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const mine = await ownIssuers(desk, holder.accountId);
  const member = mine.map(({ issuer }) => issuer);
  const trained = (await trainedFor(desk, holder.accountId)).filter(({ slug }) =>
    member.every((one) => one.slug !== slug),
  );
  const reviews = await isSteward(desk, holder.accountId);
  return deskPage({
    title: reader.messages.message('desk-nav-desk'),
    path: '/desk',
    reader,
    session: holder,
    children: (
      <OwnDesk
        issuers={[...member, ...trained]}
        applications={await ownApplications(desk, holder.accountId)}
        toReview={reviews ? await waitingApplications(desk) : null}
        reader={reader}
      />
    ),
  });
});

ownPages.route('/', applicationPages);
