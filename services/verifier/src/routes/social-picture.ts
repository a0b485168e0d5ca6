import type { Context } from 'hono';
import type { App } from '../env.ts';
import { certificateFacts } from '../facts/certificate-facts.ts';
import { publicDatabase } from '../record/database.ts';
import { sharedDocument } from '../record/shared-document.ts';
import { findVisible } from '../record/visible-credential.ts';
import { refused } from '../refuse.ts';

/**
 * What is shown where a credential's address is shared (The Open Graph protocol, `og:image`). What is not
 * to be relied on has no picture, like what never was: a picture cannot say so beside itself.
 */
export async function socialPicture(c: Context<App, '/:id/social.png'>): Promise<Response> {
  const { PUBLIC, RENDERER, LAUREL_ORIGIN } = c.env;
  const found = await findVisible(publicDatabase(PUBLIC), LAUREL_ORIGIN, c.req.param('id'));
  const document = found === null ? null : sharedDocument(found);
  if (found === null || document === null) return refused(c, { reason: 'credential_unknown' });
  return new Response(await RENDERER.renderSocial(certificateFacts(found, document)), {
    headers: { 'content-type': 'image/png' },
  });
}
