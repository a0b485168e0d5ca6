import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { Done } from '../page/done.tsx';
import { Paging, pageAsked } from '../page/paging.tsx';
import { readForm } from '../session/read-form.ts';
import { auditExport } from './export.ts';
import { forgetPerson } from './forget.ts';
import { readAudit } from './read.ts';
import { TrailEntry } from './trail-entry.tsx';

/** Pages of an issuer’s audit trail, under an issuer’s desk. */
export const auditPages = new Hono<MemberApp>();

auditPages.use(requireScope('audit:read'));

auditPages.get('/', async (c) => {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const page = pageAsked(c.req.raw);
  const { entries, total } = await readAudit(desk, member.issuer, page);
  const path = deskPath(member.issuer, '/audit');
  return deskPage({
    title: message('desk-section-audit'),
    path,
    reader,
    session: holder,
    member,
    section: 'audit',
    children: (
      <>
        <h1>{message('desk-section-audit')}</h1>
        <Done sentence={c.req.query('done') === 'forgotten' ? message('audit-forgotten') : null} />
        <p>{message('audit-lead')}</p>
        <p class="actions">
          <a class="button quieter" href={`${path}/export?format=csv`}>
            {message('audit-export-csv')}
          </a>
          <a class="button quieter" href={`${path}/export?format=jsonl`}>
            {message('audit-export-jsonl')}
          </a>
        </p>
        <ul class="people">
          {entries.map((entry) => (
            <TrailEntry
              entry={entry}
              issuer={member.issuer}
              you={member.accountId}
              reader={reader}
            />
          ))}
        </ul>
        <Paging page={page} total={total} path={path} reader={reader} />
      </>
    ),
  });
});

auditPages.get('/export', async (c) => {
  const { desk, member } = c.var;
  return auditExport(desk, member, c.req.query('format') === 'csv' ? 'csv' : 'jsonl');
});

auditPages.get('/people/:key/forget', (c) => {
  const { member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  const path = deskPath(member.issuer, `/audit/people/${c.req.param('key')}/forget`);
  return deskPage({
    title: message('audit-forget-title'),
    path,
    reader,
    session: holder,
    member,
    section: 'audit',
    children: (
      <>
        <h1>{message('audit-forget-title')}</h1>
        <p>{message('audit-forget-means')}</p>
        <p>
          <code dir="ltr">{c.req.param('key')}</code>
        </p>
        <form method="post" action={linkTo(path, reader)}>
          <input type="hidden" name="sure" value="yes" />
          <p class="actions">
            <button type="submit" class="grave">
              {message('audit-forget')}
            </button>
            <a class="button quieter" href={linkTo(deskPath(member.issuer, '/audit'), reader)}>
              {message('desk-go-back')}
            </a>
          </p>
        </form>
      </>
    ),
  });
});

auditPages.post('/people/:key/forget', requireScope('members:write'), async (c) => {
  const { desk, member } = c.var;
  const path = deskPath(member.issuer, '/audit');
  const form = await readForm(c.req.raw);
  if (!form.ok) return refuseMember(c, form.failure, '/audit');
  const forgotten = await forgetPerson(desk, member, c.req.param('key'));
  if (!forgotten.ok) return refuseMember(c, forgotten.failure, '/audit');
  return c.redirect(linkTo(`${path}?done=forgotten`, readerOf(c.req.raw)), 303);
});
