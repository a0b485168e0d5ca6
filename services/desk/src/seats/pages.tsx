import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { readForm } from '../session/read-form.ts';
import { issuersSeats } from './seats.ts';
import { SeatsPage } from './seats-page.tsx';
import { showSeats } from './show-seats.ts';

/** Pages of the roles that end soon, under an issuer's desk. */
export const seatPages = new Hono<MemberApp>();

seatPages.get('/', requireScope('awards:read'), async (c) => {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  return deskPage({
    title: reader.messages.message('seats-title'),
    path: deskPath(member.issuer, '/seats'),
    reader,
    session: holder,
    member,
    section: 'figures',
    children: (
      <SeatsPage {...(await issuersSeats(desk, member.issuer))} member={member} reader={reader} />
    ),
  });
});

seatPages.post('/', requireScope('issuer:write'), async (c) => {
  const { desk, member } = c.var;
  const form = await readForm(c.req.raw);
  if (!form.ok) return refuseMember(c, form.failure, '/seats');
  await showSeats(desk, member, form.value.get('public') === 'yes');
  return c.redirect(linkTo(deskPath(member.issuer, '/seats'), readerOf(c.req.raw)), 303);
});
