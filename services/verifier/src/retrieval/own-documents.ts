import { Hono } from 'hono';
import type { App, VerifierEnv } from '../env.ts';
import { issuers } from '../routes/issuers.tsx';
import { serviceIdentity } from '../routes/service-identity.ts';
import { statusLists } from '../routes/status-lists.ts';

/** What a verification may need of ours. A credential is no such thing: who may see it is asked elsewhere. */
const PATHS =
  /^\/(?:\.well-known\/did\.json|issuers\/[^/]+\/(?:did|jwks|keys)\.json|status\/[^/]+)$/;

const routes = new Hono<App>()
  .route('/issuers', issuers)
  .route('/status', statusLists)
  .route('/', serviceIdentity);

/** Answers from PUBLIC for an address of ours as strangers would be answered, without asking ourselves. */
export async function ownDocument(
  env: VerifierEnv,
  { href, pathname }: URL,
  accept: string,
): Promise<Response> {
  return PATHS.test(pathname)
    ? routes.fetch(new Request(href, { headers: { accept } }), env)
    : new Response(null, { status: 404 });
}
