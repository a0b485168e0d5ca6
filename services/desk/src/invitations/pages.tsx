import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import {
  type AchievementContext,
  achievementPage,
  goTo,
  nameOf,
} from '../achievements/achievement-page.ts';
import { draftOf, findDeskAchievement } from '../achievements/find-draft.ts';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { readUpload } from '../session/read-upload.ts';
import { findInvitation, otherAchievements } from './invitation.ts';
import {
  formOf,
  invitationOf,
  type TypedInvitation,
  typedInvitation,
  withAnotherRow,
} from './invitation-form.ts';
import { InvitationPage } from './invitation-page.tsx';
import { removeInvitation, setInvitation } from './set-invitation.ts';

/** Thirty texts of letters of three bytes each, percent-encoded. */
const MAX_FORM_BYTES = 160 * 1024;

/** What holders of an achievement are invited to next, under an issuer’s desk. */
export const invitationPages = new Hono<MemberApp>();

invitationPages.use('/:achievement/invitation', requireScope('issuer:write'));

invitationPages.get('/:achievement/invitation', (c) =>
  invitationPage(c, c.req.param('achievement'), null, NO_MISTAKES),
);

invitationPages.post('/:achievement/invitation', async (c) => {
  const { desk, member } = c.var;
  const slug = c.req.param('achievement');
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refuseMember(c, form.failure, '/achievements');
  if (form.value.has('remove')) {
    await removeInvitation(desk, member, slug);
    return goTo(c, `/${slug}/invitation?done=removed`);
  }
  const typed = typedInvitation(form.value);
  if (form.value.has('add')) return invitationPage(c, slug, withAnotherRow(typed), NO_MISTAKES);
  const reader = readerOf(c.req.raw);
  const asked = invitationOf(typed, reader);
  if (!('texts' in asked)) return invitationPage(c, slug, typed, asked);
  const set = await setInvitation(desk, member, slug, asked);
  if (set.ok) return goTo(c, `/${slug}/invitation?done=set`);
  if (set.failure.reason !== 'request_invalid') {
    return refuseMember(c, set.failure, '/achievements');
  }
  const mistake = reader.messages.message('invitation-leads-to-wrong');
  return invitationPage(c, slug, typed, new Map([['leads_to', mistake]]));
});

async function invitationPage(
  c: AchievementContext,
  slug: string,
  typed: TypedInvitation | null,
  mistakes: Mistakes,
): Promise<Response> {
  const { desk, member } = c.var;
  const found = await findDeskAchievement(desk, member.issuer, slug);
  if (found === null) return refuseMember(c, { reason: 'page_unknown' }, '/achievements');
  const reader = readerOf(c.req.raw);
  const [invitation, others] = await Promise.all([
    findInvitation(desk, member.issuer, slug),
    otherAchievements(desk, member.issuer, slug),
  ]);
  const name = nameOf(found.standing?.facts ?? draftOf(found).facts, reader);
  return achievementPage(c, {
    title: reader.messages.message('invitation-title'),
    path: `/${slug}/invitation`,
    status: statusOfForm(null, mistakes),
    children: (
      <InvitationPage
        issuer={member.issuer}
        achievement={{ slug, name }}
        others={others}
        typed={typed ?? formOf(invitation, reader.messages.language)}
        isSet={invitation !== null}
        done={(['set', 'removed'] as const).find((one) => one === c.req.query('done'))}
        mistakes={mistakes}
        reader={reader}
      />
    ),
  });
}
