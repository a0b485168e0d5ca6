import { openToOthers } from '@laurel/http/open-to-others';

const TELLS = ['content-language', 'etag', 'retry-after'] as const;

/** What verifiers need that run on a page of any site; pages of ours beside them hold nobody's secrets. */
export const PUBLIC_DOCUMENTS = [
  '/c/*',
  '/collections/*',
  '/issuers/*',
  '/achievements/*',
  '/status/*',
  '/.well-known/did.json',
  '/.well-known/keys.json',
  '/log/*',
  '/user-badges',
  '/api/openapi.json',
] as const;

/** For what is sent to be looked at. */
export function askableByOthers() {
  return openToOthers({ methods: ['POST'], takes: ['content-type'], tells: TELLS });
}

/** For documents that are read. Of these headers, browsers ask before they send some. */
export function readableByOthers() {
  return openToOthers({
    methods: ['GET', 'HEAD'],
    takes: [
      ...['accept', 'accept-language', 'cache-control'],
      ...['content-type', 'if-none-match', 'pragma'],
    ],
    tells: TELLS,
  });
}
