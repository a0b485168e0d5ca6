import { readerOf } from '@laurel/http/reader';
import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { DESK_STYLESHEET } from '../../page/stylesheet.ts';
import { onlyMethods } from '../../session/only-methods.ts';
import { awardsOfHolder } from '../holder-award.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';
import { JourneyPage } from './journey-page.tsx';
import { PortfolioPage } from './portfolio-page.tsx';

/** All that somebody holds, for themselves alone. */
export const portfolioRoutes = new Hono<HolderApp>();

portfolioRoutes.get('/', async (c) => {
  const { desk, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const [awards, credentials, collections, listed] = await Promise.all([
    acceptedOf(c),
    desk.signer.held(holder.accountId),
    desk.signer.collections(holder.accountId),
    desk.signer.badgeFeed(holder.accountId),
  ]);
  return page(
    c,
    '/me/portfolio',
    <PortfolioPage
      awards={awards}
      credentials={credentials}
      collections={collections}
      listed={listed}
      reader={reader}
    />,
  );
});

portfolioRoutes.get('/journey', async (c) =>
  page(
    c,
    '/me/portfolio/journey',
    <JourneyPage awards={await acceptedOf(c)} reader={readerOf(c.req.raw)} />,
  ),
);

for (const path of ['/', '/journey']) {
  portfolioRoutes.all(path, onlyMethods('/me/portfolio', 'GET'));
}

async function acceptedOf(c: Context<HolderApp>) {
  const { desk, holder } = c.var;
  const held = await awardsOfHolder(desk, holder.accountId);
  return held.filter(({ award }) => award.state !== 'offered');
}

function page(c: Context<HolderApp>, path: string, children: Child): Promise<Response> {
  const reader = readerOf(c.req.raw);
  const title = reader.messages.message('portfolio-title');
  return signedInPage({
    styles: DESK_STYLESHEET,
    title,
    path,
    reader,
    session: c.var.holder,
    children,
  });
}
