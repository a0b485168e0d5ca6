import { readerOf } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { Person } from '@laurel/pages/person';
import { Hono } from 'hono';
import { readAudit } from '../audit/read.ts';
import { SERVICE_TRAIL } from '../audit/service-trail.ts';
import type { HolderApp } from '../me/require-session.ts';
import { deskPage } from '../page/desk-page.tsx';
import { Paging, pageAsked } from '../page/paging.tsx';
import { StewardsMenu } from './queue-page.tsx';

const PATH = '/desk/stewards/audit';

/** What applicants and stewards did, as the trail has it. */
export const stewardTrailPages = new Hono<HolderApp>();

stewardTrailPages.get('/', async (c) => {
  const reader = readerOf(c.req.raw);
  const { message, language } = reader.messages;
  const page = pageAsked(c.req.raw);
  const { entries, total } = await readAudit(c.var.desk, SERVICE_TRAIL, page);
  return deskPage({
    title: message('desk-section-audit'),
    path: PATH,
    reader,
    session: c.var.holder,
    children: (
      <>
        <StewardsMenu reader={reader} />
        <h1>{message('desk-section-audit')}</h1>
        <p>{message('audit-lead')}</p>
        <ul class="people">
          {entries.map(({ act, actor, username, at, subject, subjectUsername }) => (
            <li>
              <strong>{message(`audit-act-${act}`)}</strong>
              <p>
                {username === null ? <code dir="ltr">{actor}</code> : <Person name={username} />}
              </p>
              <p class="quiet small">
                {longDate(at.slice(0, 10), language)} <bdi dir="ltr">{at.slice(11, 19)} UTC</bdi>
                {' · '}
                {subjectUsername === null ? (
                  <code dir="ltr">{subject}</code>
                ) : (
                  <Person name={subjectUsername} />
                )}
              </p>
            </li>
          ))}
        </ul>
        <Paging page={page} total={total} path={PATH} reader={reader} />
      </>
    ),
  });
});
