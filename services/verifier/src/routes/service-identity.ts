import { serviceDid } from '@laurel/core/addresses';
import { didDocument } from '@laurel/core/did-document';
import { RECORD_OWNER, ROOT_OWNER } from '@laurel/core/key-owners';
import { preferredType } from '@laurel/http/media-type';
import { Hono } from 'hono';
import type { App } from '../env.ts';
import { publicDatabases } from '../record/database.ts';
import { keyOf, keysOf } from '../record/keys.ts';
import { onlyMethods, refused } from '../refuse.ts';
import { keyHistory } from './key-history.ts';
import { cachedJson, DID_TYPES } from './public-documents.ts';

export const serviceIdentity = new Hono<App>();

serviceIdentity.get('/.well-known/did.json', async (c) => {
  const { first: db } = publicDatabases(c.env);
  const [rootKeys, recordKeys] = await db.batch([keysOf(db, ROOT_OWNER), keysOf(db, RECORD_OWNER)]);
  const keys = [...rootKeys, ...recordKeys];
  if (keys.length === 0) return refused(c, { reason: 'page_unknown' });
  const did = serviceDid(c.env.LAUREL_ORIGIN);
  const document = () =>
    didDocument(
      did,
      keys.map((key) => keyOf(key, did)),
    );
  const type = preferredType(c.req.header('accept'), DID_TYPES);
  return cachedJson(c.req.raw, [did, keys], document, type, ['Accept']);
});
serviceIdentity.all('/.well-known/did.json', onlyMethods('GET', 'HEAD'));

serviceIdentity.get('/.well-known/keys.json', (c) => keyHistory(c, ROOT_OWNER));
serviceIdentity.all('/.well-known/keys.json', onlyMethods('GET', 'HEAD'));
