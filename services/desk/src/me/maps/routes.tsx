import { type AchievementReference, namedBy, stepsToMilestone } from '@laurel/core/achievement-map';
import { type Walk, walkOf } from '@laurel/core/walk-of-map';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { textFor } from '@laurel/pages/text';
import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { knownAchievements, namedOn } from '../../maps/known-achievements.ts';
import { MAPS_STYLESHEET } from '../../maps/maps-stylesheet.ts';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { choiceInForm } from '../../session/choice-in-form.ts';
import { onlyMethods } from '../../session/only-methods.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';
import { ListPage } from './list-page.tsx';
import { findReadMap, heldReferences, mapsOfHolder, type ReadMap } from './maps-of-holder.ts';
import type { Telling } from './tell-them.tsx';
import { hasTold, takeWalkBack, tellOfWalk } from './told-walk.ts';
import { WalkPage } from './walk-page.tsx';

/** Maps, with where somebody has been. That they look at one is not kept. */
export const mapRoutes = new Hono<HolderApp>();

mapRoutes.get('/', async (c) => {
  const { desk, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const maps = await mapsOfHolder(desk, holder.accountId);
  const title = reader.messages.message('me-maps-title');
  return page(c, title, '/me/maps', <ListPage maps={maps} reader={reader} />);
});

mapRoutes.get('/:issuer/:map', async (c) => {
  const { desk, holder } = c.var;
  const read = await mapAsked(c);
  if (read === null) return unknown(c);
  const reader = readerOf(c.req.raw);
  const { issuer, map, slug } = read;
  const [held, known] = await Promise.all([
    heldReferences(desk, holder.accountId, issuer.slug),
    knownAchievements(desk, issuer.slug, namedOn(map)),
  ]);
  const walk = walkOf(map, held);
  const done = (['told', 'taken_back'] as const).find((one) => one === c.req.query('done'));
  return page(
    c,
    textFor(map.title, reader, map.sourceLanguage).text,
    `/me/maps/${issuer.slug}/${slug}`,
    <WalkPage
      read={read}
      walk={walk}
      known={known}
      telling={telling(read, held, walk, await hasTold(desk, holder.accountId, read))}
      done={done === undefined ? null : reader.messages.message(`me-maps-done-${done}`)}
      origin={desk.origin}
      reader={reader}
    />,
  );
});

mapRoutes.post('/:issuer/:map/told', async (c) => {
  const { desk, holder } = c.var;
  const act = await choiceInForm(c.req.raw, 'act', ['tell', 'take_back']);
  const back = { origin: desk.origin, path: '/me/maps' };
  if (!act.ok) return answerRefusal(c.req.raw, act.failure, back);
  const read = await mapAsked(c);
  if (read === null) return unknown(c);
  const path = `/me/maps/${read.issuer.slug}/${read.slug}`;
  if (act.value === 'take_back') {
    await takeWalkBack(desk, holder.accountId, read);
    return c.redirect(linkTo(`${path}?done=taken_back`, readerOf(c.req.raw)), 303);
  }
  const told = await tellOfWalk(desk, holder.accountId, read);
  return told.ok
    ? c.redirect(linkTo(`${path}?done=told`, readerOf(c.req.raw)), 303)
    : answerRefusal(c.req.raw, told.failure, { origin: desk.origin, path });
});

mapRoutes.all('/', onlyMethods('/me/maps', 'GET'));
mapRoutes.all('/:issuer/:map', onlyMethods('/me/maps', 'GET'));
mapRoutes.all('/:issuer/:map/told', onlyMethods('/me/maps', 'POST'));

/** Whoever has steps of other issuers is seen by nobody before they tell. */
function telling(
  { issuer, map, retired }: ReadMap,
  held: ReadonlySet<AchievementReference>,
  { isWalked }: Walk,
  told: boolean,
): Telling {
  if (map.milestone !== null && held.has(map.milestone.achievement)) return 'has';
  if (told) return 'told';
  if (retired || !isWalked) return null;
  const isOwn = stepsToMilestone(map).every(
    (one) => namedBy(one, issuer.slug).issuer === issuer.slug,
  );
  return isOwn ? 'seen' : 'can';
}

function mapAsked(c: Context<HolderApp>): Promise<ReadMap | null> {
  return findReadMap(c.var.desk, c.req.param('issuer') ?? '', c.req.param('map') ?? '');
}

function unknown(c: Context<HolderApp>): Promise<Response> {
  const failure = { reason: 'page_unknown' } as const;
  return answerRefusal(c.req.raw, failure, { origin: c.var.desk.origin, path: '/me/maps' });
}

function page(
  c: Context<HolderApp>,
  title: string,
  path: string,
  children: Child,
): Promise<Response> {
  const reader = readerOf(c.req.raw);
  return signedInPage({
    styles: MAPS_STYLESHEET,
    title,
    path,
    reader,
    session: c.var.holder,
    children,
  });
}
