import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { pageAsked } from '../page/paging.tsx';
import { listThanks } from './issuers-thanks.ts';
import { ThanksPage } from './thanks-page.tsx';

/** The page of an issuer’s thanks, under an issuer’s desk. */
export const thanksPages = new Hono<MemberApp>();

thanksPages.get('/', requireScope('awards:read'), async (c) => {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const page = pageAsked(c.req.raw);
  const found = await listThanks(desk, member, page);
  return deskPage({
    title: reader.messages.message('desk-section-thanks'),
    path: deskPath(member.issuer, '/thanks'),
    reader,
    session: holder,
    member,
    section: 'thanks',
    children: <ThanksPage {...found} issuer={member.issuer} page={page} reader={reader} />,
  });
});
