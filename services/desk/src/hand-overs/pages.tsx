import type { Failure } from '@laurel/core/failure';
import { ok, type Result } from '@laurel/core/result';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Person } from '@laurel/pages/person';
import { type Context, Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { findIssuersAward } from '../awards/find-award.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { choiceInForm } from '../session/choice-in-form.ts';
import { onlyMethods } from '../session/only-methods.ts';
import { findHandOver, isWhole } from './hand-over.ts';
import { HandOverList } from './hand-over-list.tsx';
import { thankHandOver } from './thank-hand-over.ts';
import { awardToThank, tickAsMember } from './tick-as-member.ts';

/** The other side of a hand-over: members of the issuer say what has arrived, and thank. */
export const handOverPages = new Hono<MemberApp>();

handOverPages.get('/:id/hand-over', requireScope('awards:read'), async (c) => {
  const { desk, member, holder } = c.var;
  const id = c.req.param('id');
  const [award, handOver] = await Promise.all([
    findIssuersAward(desk, member, id),
    findHandOver(desk, id),
  ]);
  if (!award.ok) return refuseMember(c, award.failure, '/terms');
  if (handOver === null) return refuseMember(c, { reason: 'hand_over_unknown' }, '/terms');
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const { username, accountId, achievement } = award.value;
  const path = deskPath(member.issuer, `/awards/${id}/hand-over`);
  const mayThank = member.scopes.has('nominations:review') && accountId !== member.accountId;
  return deskPage({
    title: message('hand-over-title'),
    path,
    reader,
    session: holder,
    member,
    section: 'terms',
    children: (
      <>
        <p class="over">
          <a href={linkTo(deskPath(member.issuer, `/awards/${id}`), reader)}>
            {username === null ? message('awards-nameless') : <Person name={username} />}
          </a>
        </p>
        <h1>{message('hand-over-title')}</h1>
        <p class="lead">{message('hand-over-lead-member')}</p>
        {handOver.thankedAtSeconds !== null && (
          <p class="note done">{message('hand-over-thanked-member')}</p>
        )}
        <HandOverList
          handOver={handOver}
          side="member"
          path={path}
          source={achievement.sourceLanguage}
          reader={reader}
        />
        {isWhole(handOver) && handOver.thankedAtSeconds === null && mayThank && (
          <form method="post" action={linkTo(`${path}/thanks`, reader)}>
            <p>{message('hand-over-thank-means')}</p>
            <button type="submit">{message('hand-over-thank')}</button>
          </form>
        )}
      </>
    ),
  });
});

handOverPages.post('/:id/hand-over/items/:place', requireScope('awards:read'), async (c) => {
  const { desk, member } = c.var;
  const done = await choiceInForm(c.req.raw, 'done', ['yes', 'no'] as const);
  if (!done.ok) return back(c, done);
  const { id, place } = c.req.param();
  const says = done.value === 'yes';
  return back(c, await tickAsMember(desk, member, id, Number(place), says));
});

handOverPages.post('/:id/hand-over/thanks', requireScope('nominations:review'), async (c) => {
  const { desk, member } = c.var;
  const award = await awardToThank(desk, member, c.req.param('id'));
  const thanked = award.ok ? await thankHandOver(desk, member, award.value) : award;
  return back(c, thanked.ok ? ok(null) : thanked);
});

handOverPages.all('/:id/hand-over/items/:place', onlyMethods('/desk', 'POST'));
handOverPages.all('/:id/hand-over/thanks', onlyMethods('/desk', 'POST'));

function back(c: Context<MemberApp>, result: Result<null, Failure>): Response | Promise<Response> {
  const part = `/awards/${c.req.param('id')}/hand-over`;
  return result.ok
    ? c.redirect(linkTo(deskPath(c.var.member.issuer, part), readerOf(c.req.raw)), 303)
    : refuseMember(c, result.failure, '/terms');
}
