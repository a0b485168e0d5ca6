import { expect } from 'vitest';
import type { BrowserSession } from './browser-session.ts';
import type { Laurel } from './laurel.ts';
import { aMentorship, anAsk, asked, offerMentoring } from './mentoring.ts';
import { signedIn } from './stored-sessions.ts';

/** Whatever a reviewer can have to do with mentoring, done: as mentor, as mentee, as who decides, and muted. */
export async function liveAsMentor(
  laurel: Laurel,
  own: BrowserSession,
  username: string,
): Promise<void> {
  await offerMentoring(laurel);
  const lina = await signedIn(laurel, 'Lina of Kano');
  const neighbour = await signedIn(laurel, 'Neighbour of Epe');
  await aMentorship(laurel, { mentor: own, mentee: lina, menteeName: 'Lina of Kano' });
  await aMentorship(laurel, { mentor: neighbour, mentee: own, menteeName: username });
  const others = { mentor: lina, mentee: neighbour, menteeName: 'Neighbour of Epe' };
  const theirs = await aMentorship(laurel, others);
  const words = { answer: 'Thank you for telling us about this.' };
  const path = `/desk/issuers/${laurel.issuer}/mentorships/${theirs}/decline`;
  expect((await own.post(path, words)).status).toBe(303);
  const unwanted = await asked(laurel, lina, anAsk(username, { start: '2025-03-01' }));
  expect((await own.post(`/me/mentoring/${unwanted}/mute`)).status).toBe(303);
  const asking = anAsk('Neighbour of Epe', { side: 'mentor', start: '2025-03-01' });
  const unheard = await asked(laurel, own, asking);
  expect((await neighbour.post(`/me/mentoring/${unheard}/mute`)).status).toBe(303);
  expect((await own.post('/me/mentoring/limit', { most: '3' })).status).toBe(303);
}
