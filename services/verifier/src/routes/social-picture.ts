import type { Context } from 'hono';
import type { App } from '../env.ts';
import { sharedFacts } from '../facts/shared-facts.ts';
import { publicDatabases } from '../record/database.ts';
import { findVisible } from '../record/visible-credential.ts';
import { refused } from '../refuse.ts';

/**
 * What is shown where a credential's address is shared (The Open Graph protocol, `og:image`). What is not
 * to be relied on has no picture, like what never was: a picture cannot say so beside itself.
 */
export async function socialPicture(c: Context<App, '/:id/social.png'>): Promise<Response> {
  const { RENDERER, LAUREL_ORIGIN } = c.env;
  const found = await findVisible(publicDatabases(c.env), LAUREL_ORIGIN, c.req.param('id'));
  const facts = found === null ? null : sharedFacts(found);
  if (facts === null) return refused(c, { reason: 'credential_unknown' });
  return new Response(await RENDERER.renderSocial(facts), {
    headers: { 'content-type': 'image/png' },
  });
}
