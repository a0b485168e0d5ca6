import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { DESK_STYLESHEET } from '../../page/stylesheet.ts';
import { onlyMethods } from '../../session/only-methods.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';
import { ownReports } from './own-reports.ts';
import { ReportsPage } from './reports-page.tsx';

/** What somebody reported to the stewards. */
export const ownReportRoutes = new Hono<HolderApp>();

ownReportRoutes.get('/', async (c) => {
  const { desk, holder: session } = c.var;
  const reader = readerOf(c.req.raw);
  return signedInPage({
    title: reader.messages.message('reports-title'),
    path: '/me/reports',
    reader,
    session,
    styles: DESK_STYLESHEET,
    children: (
      <ReportsPage
        reports={await ownReports(desk, session.accountId)}
        isDone={c.req.query('done') === 'reported'}
        reader={reader}
      />
    ),
  });
});

ownReportRoutes.all('/', onlyMethods('/me/reports', 'GET'));
