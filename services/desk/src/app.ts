import { REFERENCE_STYLESHEET_HASH } from '@laurel/api-description/stylesheet';
import { observeRequests } from '@laurel/http/observe-requests';
import { discardBody } from '@laurel/http/read-body';
import { languagesToLoad } from '@laurel/http/reader';
import { securityHeaders } from '@laurel/http/security-headers';
import { logDefect } from '@laurel/observing/log-defect';
import { requestIdOf } from '@laurel/observing/request-id';
import { respondWithFailure } from '@laurel/pages/problem-page';
import { STYLESHEET_HASH } from '@laurel/pages/stylesheet';
import { storeRefusal } from '@laurel/store/unavailable';
import { Hono } from 'hono';
import { apiRoutes } from './api/routes.ts';
import type { DeskApp } from './app-context.ts';
import { calendarFeedRoutes } from './calendar/feed-routes.ts';
import { claimRoutes } from './claim/routes.tsx';
import { confirmRoutes } from './confirm/routes.tsx';
import { deskRoutes } from './desk-routes.ts';
import { documentRoutes } from './documents/routes.ts';
import { type DeskEnv, deskFor } from './env.ts';
import { health } from './health/route.ts';
import { loginRoutes } from './login/routes.tsx';
import { MAPS_STYLESHEET_HASH } from './maps/maps-stylesheet.ts';
import { meRoutes } from './me/routes.ts';
import { ENHANCEMENT_HASH } from './page/enhancement.ts';
import { DESK_STYLESHEET_HASH } from './page/stylesheet.ts';
import { keepForm } from './rate-limits/keep-form.ts';
import { sayLimits } from './rate-limits/say-limits.ts';
import { answerUnavailable } from './rate-limits/unavailable.tsx';
import { PRINT_STYLESHEET_HASH } from './slips/print-stylesheet.ts';
import { walletMetadata } from './wallet/metadata-routes.ts';
import { walletRoutes } from './wallet/routes.ts';

/** The organizers' and holders' side. */
export function createApp(): Hono<DeskApp> {
  const app = new Hono<DeskApp>();
  app.use(observeRequests<DeskEnv>('desk'));
  app.use(
    securityHeaders<DeskEnv>(
      {
        styles: [
          STYLESHEET_HASH,
          DESK_STYLESHEET_HASH,
          PRINT_STYLESHEET_HASH,
          MAPS_STYLESHEET_HASH,
          REFERENCE_STYLESHEET_HASH,
        ],
        scripts: [ENHANCEMENT_HASH],
      },
      (env) => env.LAUREL_ORIGIN,
    ),
  );
  app.use(sayLimits);
  app.use(async (context, next) => {
    context.set('desk', deskFor(context.env));
    await keepForm(context);
    // Before anything is done: what was done and cannot be told would be done again.
    await Promise.all(languagesToLoad(context.req.raw).map(context.var.desk.messagesIn));
    await next();
    await discardBody(context.req.raw);
  });
  app.route('/api/v1', apiRoutes);
  app.route('/vc-api', documentRoutes);
  app.route('/login', loginRoutes);
  app.route('/me', meRoutes);
  app.route('/claim', claimRoutes);
  app.route('/confirm', confirmRoutes);
  app.route('/desk', deskRoutes);
  app.route('/calendar', calendarFeedRoutes);
  app.route('/wallet', walletRoutes);
  app.route('/.well-known', walletMetadata);
  app.route('/health', health);

  app.notFound((context) =>
    respondWithFailure(context.req.raw, { reason: 'page_unknown' }, context.env.LAUREL_ORIGIN),
  );
  app.onError((error, context) => {
    logDefect(error, requestIdOf(context.req.raw));
    const failure = storeRefusal(error);
    return failure === null
      ? respondWithFailure(context.req.raw, { reason: 'defect' }, context.env.LAUREL_ORIGIN)
      : answerUnavailable(context, failure);
  });
  return app;
}
