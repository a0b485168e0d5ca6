import { readerOf } from '@laurel/http/reader';
import { deskIssuers, grants } from '@laurel/store/private/desk';
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { Hono } from 'hono';
import { isSteward } from '../acting/stewards.ts';
import { ownApplications } from '../applications/own-applications.ts';
import { applicationPages } from '../applications/pages.tsx';
import type { HolderApp } from '../me/require-session.ts';
import { deskPage } from '../page/desk-page.tsx';
import { waitingApplications } from '../stewards/applications.ts';
import { OwnDesk } from './own-desk.tsx';

/** `/desk`: the issuers that somebody is a member of, and applying to become one (`/desk/apply`). */
export const ownPages = new Hono<HolderApp>();

ownPages.get('/', async (c) => {
  const { desk, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const mine = desk.store
    .select({ issuer: grants.issuer })
    .from(grants)
    .where(and(eq(grants.accountId, holder.accountId), gt(grants.endsAtSeconds, desk.nowSeconds)));
  const issuers = await desk.store
    .select()
    .from(deskIssuers)
    .where(inArray(deskIssuers.slug, mine))
    .orderBy(asc(deskIssuers.slug));
  const reviews = await isSteward(desk, holder.accountId);
  return deskPage({
    title: reader.messages.message('desk-nav-desk'),
    path: '/desk',
    reader,
    session: holder,
    children: (
      <OwnDesk
        issuers={issuers}
        applications={await ownApplications(desk, holder.accountId)}
        toReview={reviews ? await waitingApplications(desk) : null}
        reader={reader}
      />
    ),
  });
});

ownPages.route('/', applicationPages);
