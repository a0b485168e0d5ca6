import { didDocument, jwkWithUse } from '@laurel/core/did-document';
import { preferredType } from '@laurel/http/media-type';
import { readerOf } from '@laurel/http/reader';
import { cachedPage } from '@laurel/pages/cached-page';
import { Hono } from 'hono';
import type { App } from '../env.ts';
import { issuerProfile } from '../facts/issuer-profile.ts';
import { IssuerPage } from '../pages/issuer-page.tsx';
import { publicDatabases } from '../record/database.ts';
import { findIssuer } from '../record/issuer.ts';
import { findShownIssuer } from '../record/shown-issuer.ts';
import { onlyMethods, refused } from '../refuse.ts';
import { issuerLogo } from './issuer-logo.ts';
import { keyHistory } from './key-history.ts';
import { publishedMap } from './maps.tsx';
import { cachedJson, DID_TYPES, KEYS_MAX_AGE_SECONDS } from './public-documents.ts';

export const issuers = new Hono<App>();

issuers.get('/:slug', async (c) => {
  const { LAUREL_ORIGIN } = c.env;
  const slug = c.req.param('slug');
  const db = await publicDatabases(c.env).ofIssuer(slug);
  const reader = readerOf(c.req.raw);
  const type = preferredType(c.req.header('accept'), [
    'text/html',
    'application/json',
    'application/ld+json',
  ]);
  if (type !== 'text/html') {
    const issuer = await findIssuer(db, LAUREL_ORIGIN, slug);
    if (issuer === null) return refused(c, { reason: 'page_unknown' });
    const languages = [...reader.languages, reader.messages.language];
    const profile = () => issuerProfile(issuer, LAUREL_ORIGIN, languages);
    const facts = [issuer, LAUREL_ORIGIN, languages];
    return cachedJson(c.req.raw, facts, profile, type, ['Accept', 'Accept-Language']);
  }
  const shown = await findShownIssuer(db, LAUREL_ORIGIN, slug);
  if (shown === null) return refused(c, { reason: 'page_unknown' });
  const page = () => <IssuerPage {...shown} reader={reader} origin={LAUREL_ORIGIN} />;
  return cachedPage(c.req.raw, reader, [shown, LAUREL_ORIGIN], page, {
    maxAgeSeconds: KEYS_MAX_AGE_SECONDS,
    vary: ['Accept', 'Accept-Language'],
  });
});

issuers.get('/:slug/did.json', async (c) => {
  const slug = c.req.param('slug');
  const db = await publicDatabases(c.env).ofIssuer(slug);
  const issuer = await findIssuer(db, c.env.LAUREL_ORIGIN, slug);
  if (issuer === null) return refused(c, { reason: 'page_unknown' });
  const type = preferredType(c.req.header('accept'), DID_TYPES);
  const document = () => didDocument(issuer.did, issuer.keys);
  return cachedJson(c.req.raw, [issuer.did, issuer.keys], document, type, ['Accept']);
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
  return cachedJson(c.req.raw, keys, () => ({ keys }), type, ['Accept']);
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
