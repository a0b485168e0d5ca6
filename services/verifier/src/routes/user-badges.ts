import { credentialUrl } from '@laurel/core/addresses';
import { normaliseUsername } from '@laurel/core/username';
import { Hono } from 'hono';
import type { App } from '../env.ts';
import { findListedBadges } from '../record/badge-feed.ts';
import { publicDatabases } from '../record/database.ts';
import { onlyMethods, refused } from '../refuse.ts';

/** What people list under their user name, in the shape that Let’s Connect has and Capacity Exchange reads. */
export const userBadges = new Hono<App>();

/**
 * An empty list alike for who listed nothing, shows nothing now, or does not exist. Nobody keeps a copy: a
 * holder may take it back at any moment.
 */
userBadges.get('/', async (c) => {
  const given = c.req.query('username') ?? '';
  if (given === '') {
    const detail = 'Say whose badges you want: ?username=…';
    return refused(c, { reason: 'request_invalid', issues: [{ pointer: '/username', detail }] });
  }
  const username = normaliseUsername(given);
  // What is no name of anybody is looked up as well, so that it takes as long as one that is.
  const wanted = username.ok ? username.value : '';
  const listed = await findListedBadges(publicDatabases(c.env), wanted);
  const badges = listed.map(({ id, name, description, validFrom }) => {
    const url = credentialUrl(c.env.LAUREL_ORIGIN, id);
    return {
      name,
      description,
      picture: `${url}.png?size=256`,
      verification_code: id,
      timestamp: validFrom,
      url,
    };
  });
  return c.json(badges, 200, { 'cache-control': 'private, no-store' });
});

userBadges.all('/', onlyMethods('GET', 'HEAD'));
