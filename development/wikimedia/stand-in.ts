import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { type AccountChanges, type Accounts, inventedAccounts } from './accounts.ts';
import { apiRoutes } from './api.ts';
import { authorizeRoutes } from './authorize.ts';
import { campaignEventRoutes } from './campaign-events.ts';
import { changeRoutes } from './change-routes.ts';
import { dashboardRoutes } from './dashboard.ts';
import { type Endpoint, type Fault, noFaultsYet } from './faults.ts';
import { type Consumer, noGrantsYet } from './grants.ts';
import { profileRoutes } from './profile.ts';
import { recordInto, type SeenRequest } from './seen-requests.ts';
import { tokenRoutes } from './token.ts';
import { requireUserAgent } from './user-agent.ts';

export type StandInOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  /** An address of this machine, such as `127.0.0.1`. */
  readonly host: string;
  readonly consumer: Consumer;
  /** Global users in one answer before it is cut short and says so; 50 unless told. */
  readonly maxPerAnswer?: number;
};

export type StandIn = {
  /** Without a slash at its end: what an application takes for Wikimedia's base URL. */
  readonly url: string;
  /** Every request so far, oldest first. */
  readonly requests: readonly SeenRequest[];
  /** Makes the next calls of an endpoint fail. A new fault takes the place of the one before. */
  readonly fail: (endpoint: Endpoint, fault: Fault) => void;
  /** What happens to accounts there, and the memory of an earlier run. */
  readonly accounts: AccountChanges & Pick<Accounts, 'recall'>;
  readonly close: () => Promise<void>;
};

/**
 * Starts a Wikimedia of invented accounts that speaks OAuth 2.0, the Action API and the
 * API of CampaignEvents as Meta does, and answers for the Programs & Events Dashboard.
 * Scripts add `as=<user name>` to an authorize address and are sent back without a page.
 */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const { consumer, host, maxPerAnswer = 50 } = options;
  const accounts = inventedAccounts();
  const grants = noGrantsYet();
  const faults = noFaultsYet();
  const requests: SeenRequest[] = [];

  const endpoint = (name: Endpoint, routes: Hono) =>
    new Hono().use(requireUserAgent, faults.at(name)).route('/', routes);
  const app = new Hono()
    .use(recordInto(requests))
    .route('/', authorizeRoutes(consumer, accounts, grants))
    .route('/', changeRoutes(accounts))
    .route('/w/rest.php/oauth2/access_token', endpoint('token', tokenRoutes(consumer, grants)))
    .route('/w/rest.php/oauth2/resource/profile', endpoint('profile', profileRoutes(grants)))
    .route('/w/api.php', endpoint('api', apiRoutes(accounts, maxPerAnswer)))
    .route(
      '/w/rest.php/campaignevents/v0/event_registration',
      endpoint('events', campaignEventRoutes(accounts)),
    )
    .route('/courses', endpoint('dashboard', dashboardRoutes(accounts)));

  const server = createServer(getRequestListener(app.fetch));
  server.listen(options.port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    requests,
    fail: faults.set,
    accounts,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
