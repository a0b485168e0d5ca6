import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { keyPages } from '../keys/pages.tsx';
import type { HolderApp } from '../me/require-session.ts';
import { deskPage } from '../page/desk-page.tsx';
import { pageAsked } from '../page/paging.tsx';
import { listApplications, REVIEWED_STATES } from './applications.ts';
import { namePages } from './name-pages.tsx';
import { QueuePage } from './queue-page.tsx';
import { reportPages } from './report-pages.tsx';
import { requireSteward } from './require-steward.ts';
import { reviewPages } from './review-pages.tsx';
import { stewardGrantPages } from './steward-grant-pages.tsx';
import { stewardTrailPages } from './trail-pages.tsx';
import { withoutAdminPages } from './without-admin-pages.tsx';

/** Pages of the review of issuers, for stewards alone, under `/desk/stewards`. */
export const stewardPages = new Hono<HolderApp>();

stewardPages.use(requireSteward);

stewardPages.get('/', async (c) => {
  const reader = readerOf(c.req.raw);
  const asked = c.req.query('state');
  const state = REVIEWED_STATES.find((one) => one === asked) ?? 'waiting';
  const page = pageAsked(c.req.raw);
  const { applications, total } = await listApplications(c.var.desk, state, page);
  return deskPage({
    title: reader.messages.message('stewards-title'),
    path: '/desk/stewards',
    reader,
    session: c.var.holder,
    children: <QueuePage {...{ state, applications, page, total, reader }} />,
  });
});

stewardPages.route('/applications', reviewPages);
stewardPages.route('/grants', stewardGrantPages);
stewardPages.route('/issuers', withoutAdminPages);
stewardPages.route('/audit', stewardTrailPages);
stewardPages.route('/keys', keyPages);
stewardPages.route('/names', namePages);
stewardPages.route('/reports', reportPages);
