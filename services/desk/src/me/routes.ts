import { Hono } from 'hono';
import { askingRoutes } from '../endorsements/asking-routes.tsx';
import { endorsingRoutes } from '../endorsements/endorsing-routes.tsx';
import { countRequest } from '../rate-limits/count-request.tsx';
import { refuseCrossSite } from '../session/cross-site.ts';
import { onlyMethods } from '../session/only-methods.ts';
import { recogniseSession } from '../session/signed-in.ts';
import { ownShareOutRoutes } from '../share-outs/own-routes.tsx';
import { ownTrainingRoutes } from '../trainers/own-routes.ts';
import { awardRoutes } from './award-routes.tsx';
import { calendarRoutes } from './calendar/routes.tsx';
import { collectionRoutes } from './collections/routes.tsx';
import { confirmingRoutes } from './confirm/routes.tsx';
import { credentialRoutes } from './credential-routes.tsx';
import { eraseRoutes } from './erase/routes.tsx';
import { exportRoutes } from './export/routes.tsx';
import { feedRoutes } from './feed/routes.tsx';
import { formerNameRoutes } from './former-name/routes.ts';
import { handOverRoutes } from './hand-over/routes.tsx';
import { hidingRoutes } from './hiding/routes.tsx';
import { leaveRoutes } from './leave-routes.ts';
import { makingRoutes } from './making/routes.tsx';
import { mapRoutes } from './maps/routes.tsx';
import { mentoringRoutes } from './mentoring/routes.tsx';
import { mutedRoutes } from './muted/routes.tsx';
import { nameRoutes } from './name/routes.tsx';
import { portfolioRoutes } from './portfolio/routes.tsx';
import { predecessorRoutes } from './predecessor-routes.ts';
import { recordRoutes } from './record/routes.tsx';
import { ownReportRoutes } from './reports/routes.tsx';
import { type HolderApp, requireSession } from './require-session.ts';
import { resumeRoutes } from './resume/resume-routes.tsx';
import { rotatingRoutes } from './rotating/routes.tsx';
import { termRoutes } from './term/routes.ts';
import { thanksRoutes } from './thanks/routes.tsx';
import { walletPageRoutes } from './wallet/routes.tsx';
import { wikitextRoutes } from './wikitext/routes.tsx';

const OTHER_METHODS = ['PUT', 'PATCH', 'DELETE'];
const PAGES = ['/', '/awards/:id', '/credentials/:id/wikitext'];
const FORMS = [
  '/logout',
  '/logout-everywhere',
  '/awards/:id/credentials',
  '/awards/:id/link',
  '/credentials/:id/link',
  '/credentials/:id/download',
  '/awards/:id/preview',
  '/credentials/:id/note',
  '/name/change',
  '/name/take-back',
];

/** What somebody holds, for themselves. */
export const meRoutes = new Hono<HolderApp>();

meRoutes.use(recogniseSession, refuseCrossSite);
meRoutes.on(['POST', ...OTHER_METHODS], PAGES, onlyMethods('/me', 'GET'));
meRoutes.on(['GET', ...OTHER_METHODS], FORMS, onlyMethods('/me', 'POST'));
meRoutes.on(OTHER_METHODS, '/credentials/:id/withdraw', onlyMethods('/me', 'GET', 'POST'));
meRoutes.on(OTHER_METHODS, '/name', onlyMethods('/me', 'GET', 'POST'));
meRoutes.on(OTHER_METHODS, '/feed', onlyMethods('/me/feed', 'GET', 'POST'));
meRoutes.on(OTHER_METHODS, '/resume', onlyMethods('/me', 'GET', 'POST'));
meRoutes.route('/', leaveRoutes);
// After the ways out: whoever holds a stolen session must not be able to block them.
meRoutes.use(requireSession, countRequest);
meRoutes.route('/', awardRoutes);
meRoutes.route('/', predecessorRoutes);
meRoutes.route('/', credentialRoutes);
meRoutes.route('/', eraseRoutes);
meRoutes.route('/', exportRoutes);
meRoutes.route('/', makingRoutes);
meRoutes.route('/name', nameRoutes);
meRoutes.route('/', feedRoutes);
meRoutes.route('/', wikitextRoutes);
meRoutes.route('/', walletPageRoutes);
meRoutes.route('/', confirmingRoutes);
meRoutes.route('/', recordRoutes);
meRoutes.route('/resume', resumeRoutes);
meRoutes.route('/', formerNameRoutes);
meRoutes.route('/', hidingRoutes);
meRoutes.route('/', rotatingRoutes);
meRoutes.route('/collections', collectionRoutes);
meRoutes.route('/portfolio', portfolioRoutes);
meRoutes.route('/', termRoutes);
meRoutes.route('/', calendarRoutes);
meRoutes.route('/', handOverRoutes);
meRoutes.route('/maps', mapRoutes);
meRoutes.route('/', thanksRoutes);
meRoutes.route('/', ownTrainingRoutes);
meRoutes.route('/', ownShareOutRoutes);
meRoutes.route('/mentoring', mentoringRoutes);
meRoutes.route('/muted', mutedRoutes);
meRoutes.route('/reports', ownReportRoutes);
meRoutes.route('/', askingRoutes);
meRoutes.route('/endorsing', endorsingRoutes);
