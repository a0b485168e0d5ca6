import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { pageAsked } from '../page/paging.tsx';
import { FigureTables } from './figure-tables.tsx';
import { thankThem } from './thank.ts';
import { unthankedVolunteers } from './unthanked.ts';
import { UnthankedList } from './unthanked-list.tsx';
import { yearlyFigures } from './yearly.ts';
import { yearAsked, yearsSoFar } from './years.ts';

/** Pages of an issuer’s figures, under an issuer’s desk. */
export const figurePages = new Hono<MemberApp>();

figurePages.get('/', requireScope('awards:read'), async (c) => {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const year = yearAsked(c.req.raw, desk.nowSeconds);
  const figures = await yearlyFigures(desk, member.issuer, year);
  const path = deskPath(member.issuer, `/figures?year=${year}`);
  const { message } = reader.messages;
  return deskPage({
    title: message('figures-title', year),
    path,
    reader,
    session: holder,
    member,
    section: 'figures',
    children: (
      <>
        <h1>{message('figures-title', year)}</h1>
        <FigureTables
          figures={figures}
          years={yearsSoFar(desk.nowSeconds)}
          issuer={member.issuer}
          reader={reader}
        />
        <p>
          <a href={linkTo(deskPath(member.issuer, '/seats'), reader)}>{message('seats-title')}</a>
        </p>
        {member.scopes.has('awards:write') && (
          <p>
            <a href={linkTo(deskPath(member.issuer, '/figures/unthanked'), reader)}>
              {message('unthanked-title')}
            </a>
          </p>
        )}
      </>
    ),
  });
});

figurePages.get('/unthanked', requireScope('awards:write'), async (c) => {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const page = pageAsked(c.req.raw);
  const found = await unthankedVolunteers(desk, member, page);
  return deskPage({
    title: reader.messages.message('unthanked-title'),
    path: deskPath(member.issuer, '/figures/unthanked'),
    reader,
    session: holder,
    member,
    section: 'figures',
    children: <UnthankedList {...found} page={page} issuer={member.issuer} reader={reader} />,
  });
});

figurePages.post('/unthanked', requireScope('awards:write'), async (c) => {
  const { desk, member } = c.var;
  const reader = readerOf(c.req.raw);
  const path = deskPath(member.issuer, '/figures/unthanked');
  const sheet = await thankThem(desk, member, c.req.raw);
  if (!sheet.ok) return refuseMember(c, sheet.failure, '/figures/unthanked');
  const next = sheet.value === null ? path : deskPath(member.issuer, `/sheets/${sheet.value}`);
  return c.redirect(linkTo(next, reader), 303);
});
