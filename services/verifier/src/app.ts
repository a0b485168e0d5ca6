import { observeRequests } from '@laurel/http/observe-requests';
import { discardBody } from '@laurel/http/read-body';
import { languagesToLoad } from '@laurel/http/reader';
import { securityHeaders } from '@laurel/http/security-headers';
import { readingAssets } from '@laurel/http/static-assets';
import { loadMessages } from '@laurel/i18n/load-messages';
import { logDefect } from '@laurel/observing/log-defect';
import { requestIdOf } from '@laurel/observing/request-id';
import { MAP_STYLESHEET_HASH } from '@laurel/pages/map/map-style';
import { respondWithFailure } from '@laurel/pages/problem-page';
import { STYLESHEET_HASH } from '@laurel/pages/stylesheet';
import { storeRefusal } from '@laurel/store/unavailable';
import { Hono } from 'hono';
import type { App, VerifierEnv } from './env.ts';
import { achievements } from './routes/achievements.tsx';
import { apiDescription } from './routes/api-description.tsx';
import { apiVerify } from './routes/api-verify.ts';
import { collections } from './routes/collections.tsx';
import { credentials } from './routes/credentials.tsx';
import { fonts } from './routes/fonts.ts';
import { health } from './routes/health.tsx';
import { home } from './routes/home.tsx';
import { issuers } from './routes/issuers.tsx';
import { kept } from './routes/kept.tsx';
import { LAST_GOOD, lastGood } from './routes/last-good.ts';
import { log } from './routes/log.tsx';
import { openSeats } from './routes/open-seats.tsx';
import { PUBLIC_DOCUMENTS, readableByOthers } from './routes/open-to-others.ts';
import { problems } from './routes/problems.tsx';
import { scan } from './routes/scan.tsx';
import { serviceIdentity } from './routes/service-identity.ts';
import { statusLists } from './routes/status-lists.ts';
import { userBadges } from './routes/user-badges.ts';
import { verifyPage } from './routes/verify.tsx';
import { wellKnownFiles } from './routes/well-known-files.ts';
import { vcApi } from './vc-api/routes.ts';

/** The public side. `now` answers seconds since the epoch, and is the only clock. */
export function createApp(now: (env: VerifierEnv) => number): Hono<App> {
  const app = new Hono<App>();
  app.use(observeRequests<VerifierEnv>('verifier'));
  app.use(
    securityHeaders<VerifierEnv>(
      { styles: [STYLESHEET_HASH, MAP_STYLESHEET_HASH], scripts: [] },
      (env) => env.LAUREL_ORIGIN,
    ),
  );
  app.use(async (c, next) => {
    c.set('nowSeconds', now(c.env));
    await haveMessages(c.req.raw, c.env);
    await next();
    await discardBody(c.req.raw);
  });
  for (const path of LAST_GOOD) app.use(path, lastGood);
  for (const path of PUBLIC_DOCUMENTS) app.use(path, readableByOthers());
  app.route('/', home);
  app.route('/c', credentials);
  app.route('/collections', collections);
  app.route('/', scan);
  app.route('/verify', verifyPage);
  app.route('/api/verify', apiVerify);
  app.route('/api', apiDescription);
  app.route('/vc-api', vcApi);
  app.route('/issuers', issuers);
  app.route('/issuers', openSeats);
  app.route('/achievements', achievements);
  app.route('/status', statusLists);
  app.route('/log', log);
  app.route('/user-badges', userBadges);
  app.route('/', kept);
  app.route('/problems', problems);
  app.route('/fonts', fonts);
  app.route('/health', health);
  app.route('/', serviceIdentity);
  app.route('/', wellKnownFiles);

  app.notFound((c) =>
    respondWithFailure(c.req.raw, { reason: 'page_unknown' }, c.env.LAUREL_ORIGIN),
  );
  app.onError((error, c) => {
    logDefect(error, requestIdOf(c.req.raw));
    const failure = storeRefusal(error) ?? { reason: 'defect' };
    return respondWithFailure(c.req.raw, failure, c.env.LAUREL_ORIGIN);
  });
  return app;
}

/** Whatever says nothing in words, such as a status list, is answered without them: what says something refuses by itself. */
async function haveMessages(request: Request, { ASSETS }: VerifierEnv): Promise<void> {
  await loadMessages(languagesToLoad(request), readingAssets(ASSETS)).catch((defect: unknown) =>
    logDefect(defect, requestIdOf(request)),
  );
}
