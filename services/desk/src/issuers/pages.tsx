import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';
import { nameIn } from '../me/localised.tsx';
import { listGrants } from '../members/grants.ts';
import { grantsEnding } from '../members/grants-ending.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { Overview } from './overview.tsx';
import { settingsPages } from './settings-pages.tsx';
import { waitingAt } from './waiting.ts';

/** An issuer’s overview and its settings, under its desk. */
export const issuerPages = new Hono<MemberApp>();

issuerPages.get('/', async (c) => {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const grants = await listGrants(desk, member.issuer);
  return deskPage({
    title: nameIn(member.issuerFace.names, reader),
    path: deskPath(member.issuer),
    reader,
    session: holder,
    member,
    section: 'home',
    children: (
      <Overview
        member={member}
        waiting={await waitingAt(desk, member)}
        ending={grantsEnding(grants, member.accountId, desk.nowSeconds)}
        reader={reader}
      />
    ),
  });
});

issuerPages.route('/settings', settingsPages);
