import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { openHandOvers } from '../hand-overs/list-hand-overs.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { pageAsked } from '../page/paging.tsx';
import { onlyMethods } from '../session/only-methods.ts';
import { standingExceptions, withdrawException } from './exceptions.ts';
import { listTerms } from './list-terms.ts';
import { remindersOfIssuer } from './reminders.ts';
import { TermsPage } from './terms-page.tsx';

/** Terms of roles, under an issuer’s desk. */
export const termPages = new Hono<MemberApp>();

termPages.get('/', requireScope('awards:read'), async (c) => {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const page = pageAsked(c.req.raw);
  const isWithdrawn = c.req.query('done') === 'withdrawn';
  return deskPage({
    title: message('desk-section-terms'),
    path: deskPath(member.issuer, '/terms'),
    reader,
    session: holder,
    member,
    section: 'terms',
    children: (
      <TermsPage
        {...(await listTerms(desk, member, page))}
        exceptions={await standingExceptions(desk, member)}
        handOvers={await openHandOvers(desk, member)}
        reminders={await remindersOfIssuer(desk, member.issuer)}
        member={member}
        page={page}
        done={isWithdrawn ? message('terms-done-withdrawn') : null}
        reader={reader}
      />
    ),
  });
});

termPages.post('/exceptions/:id/withdraw', requireScope('issuer:write'), async (c) => {
  const { desk, member } = c.var;
  const done = await withdrawException(desk, member, c.req.param('id'));
  if (!done.ok) return refuseMember(c, done.failure, '/terms');
  const next = deskPath(member.issuer, '/terms?done=withdrawn');
  return c.redirect(linkTo(next, readerOf(c.req.raw)), 303);
});
termPages.all('/exceptions/:id/withdraw', onlyMethods('/desk', 'POST'));
