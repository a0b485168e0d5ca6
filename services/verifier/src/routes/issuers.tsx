import { didDocument, jwkWithUse } from '@laurel/core/did-document';
import { cached } from '@laurel/http/cache';
import { preferredType } from '@laurel/http/media-type';
import { readerOf } from '@laurel/http/reader';
import { htmlOf } from '@laurel/pages/document';
import { Hono } from 'hono';
import type { App } from '../env.ts';
import { issuerProfile } from '../facts/issuer-profile.ts';
import { IssuerPage } from '../pages/issuer-page.tsx';
import { achievementsOf } from '../record/achievement.ts';
import { publicDatabases } from '../record/database.ts';
import { findIssuer } from '../record/issuer.ts';
import { hasSeatFeed } from '../record/open-seats.ts';
import { mapsOf } from '../record/published-map.ts';
import { onlyMethods, refused } from '../refuse.ts';
import { issuerLogo } from './issuer-logo.ts';
import { keyHistory } from './key-history.ts';
import { publishedMap } from './maps.tsx';
import { cachedJson, DID_TYPES, KEYS_MAX_AGE_SECONDS } from './public-documents.ts';

export const issuers = new Hono<App>();

issuers.get('/:slug', async (c) => {
  const slug = c.req.param('slug');
  const db = await publicDatabases(c.env).ofIssuer(slug);
  const issuer = await findIssuer(db, c.env.LAUREL_ORIGIN, slug);
  if (issuer === null) return refused(c, { reason: 'page_unknown' });
  const reader = readerOf(c.req.raw);
  const type = preferredType(c.req.header('accept'), [
    'text/html',
    'application/json',
    'application/ld+json',
  ]);
  if (type !== 'text/html') {
    const languages = [...reader.languages, reader.messages.language];
    const profile = issuerProfile(issuer, c.env.LAUREL_ORIGIN, languages);
    return cachedJson(c.req.raw, profile, type, ['Accept', 'Accept-Language']);
  }
  const [achievements, maps, tellsSeats] = await Promise.all([
    achievementsOf(db, slug),
    mapsOf(db, slug),
    hasSeatFeed(db, slug),
  ]);
  const page = (
    <IssuerPage
      issuer={issuer}
      achievements={achievements}
      maps={maps}
      tellsSeats={tellsSeats}
      reader={reader}
      origin={c.env.LAUREL_ORIGIN}
    />
  );
  return cached(c.req.raw, await htmlOf(page), {
    contentType: 'text/html; charset=utf-8',
    maxAgeSeconds: KEYS_MAX_AGE_SECONDS,
    vary: ['Accept', 'Accept-Language'],
    headers: { 'content-language': reader.messages.language },
  });
});

issuers.get('/:slug/did.json', async (c) => {
  const slug = c.req.param('slug');
  const db = await publicDatabases(c.env).ofIssuer(slug);
  const issuer = await findIssuer(db, c.env.LAUREL_ORIGIN, slug);
  if (issuer === null) return refused(c, { reason: 'page_unknown' });
  const type = preferredType(c.req.header('accept'), DID_TYPES);
  return cachedJson(c.req.raw, didDocument(issuer.did, issuer.keys), type, ['Accept']);
});

issuers.get('/:slug/jwks.json', async (c) => {
  const slug = c.req.param('slug');
  const db = await publicDatabases(c.env).ofIssuer(slug);
  const issuer = await findIssuer(db, c.env.LAUREL_ORIGIN, slug);
  if (issuer === null) return refused(c, { reason: 'page_unknown' });
  const keys = issuer.keys.filter((key) => key.compromisedAtSeconds === null).map(jwkWithUse);
  const type = preferredType(c.req.header('accept'), [
    'application/jwk-set+json',
    'application/json',
  ]);
  return cachedJson(c.req.raw, { keys }, type, ['Accept']);
});

issuers.get('/:slug/keys.json', (c) => keyHistory(c, c.req.param('slug')));

issuers.get('/:slug/logo', issuerLogo);

issuers.get('/:slug/maps/:map', publishedMap);

for (const path of [
  '/:slug',
  '/:slug/logo',
  '/:slug/did.json',
  '/:slug/jwks.json',
  '/:slug/keys.json',
  '/:slug/maps/:map',
]) {
  issuers.all(path, onlyMethods('GET', 'HEAD'));
}
