import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';
import { currentAchievements } from '../awarding/find-achievement.ts';
import { nameIn } from '../me/localised.tsx';
import { listGrants } from '../members/grants.ts';
import { grantsEnding } from '../members/grants-ending.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { TrainerDesk } from '../trainers/trainer-desk.tsx';
import { trainersToRenew } from '../trainers/trainers-note.tsx';
import { Overview } from './overview.tsx';
import { settingsPages } from './settings-pages.tsx';
import { waitingAt } from './waiting.ts';

/** An issuer’s overview and its settings, under its desk. */
export const issuerPages = new Hono<MemberApp>();

issuerPages.get('/', async (c) => {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  if (member.only !== undefined && member.grants.length === 0) {
    return deskPage({
      title: nameIn(member.issuerFace.names, reader),
      path: deskPath(member.issuer),
      reader,
      session: holder,
      member,
      section: 'home',
      children: (
        <TrainerDesk
          member={member}
          mayAward={member.only}
          achievements={await currentAchievements(desk, member.issuer)}
          reader={reader}
        />
      ),
    });
  }
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
        trainers={await trainersToRenew(desk, member)}
        ending={grantsEnding(grants, member.accountId, desk.nowSeconds)}
        reader={reader}
      />
    ),
  });
});

issuerPages.route('/settings', settingsPages);
