import { describedAt } from '@laurel/api-description/any-origin';
import { ShownDocument } from '@laurel/api-description/document';
import {
  REFERENCE_STYLESHEET,
  REFERENCE_STYLESHEET_HASH,
} from '@laurel/api-description/stylesheet';
import { cachedOf } from '@laurel/http/cache';
import { readerOf } from '@laurel/http/reader';
import { contentSecurityPolicy } from '@laurel/http/security-headers';
import { readingAssets } from '@laurel/http/static-assets';
import { cachedPage } from '@laurel/pages/cached-page';
import { Layout } from '@laurel/pages/layout';
import { STYLESHEET_HASH } from '@laurel/pages/stylesheet';
import { Hono } from 'hono';
import description from '../../generated/description.json';
import type { App, VerifierEnv } from '../env.ts';
import { ReferencePage } from '../pages/reference-page.tsx';
import { onlyMethods } from '../refuse.ts';

const MAX_AGE_SECONDS = 300;

/** The public API's description of itself: for programs, and for people. */
export const apiDescription = new Hono<App>();

apiDescription.get('/openapi.json', (c) =>
  cachedOf(c.req.raw, [description.file, c.env.LAUREL_ORIGIN], () => descriptionFor(c.env), {
    contentType: 'application/json',
    maxAgeSeconds: MAX_AGE_SECONDS,
  }),
);

apiDescription.get('/reference', async (c) => {
  const reader = readerOf(c.req.raw);
  const page = async () => (
    <Layout
      title={reader.messages.message('api-reference-title')}
      path="/api/reference"
      reader={reader}
      styles={REFERENCE_STYLESHEET}
    >
      <ReferencePage
        document={ShownDocument.parse(JSON.parse(await descriptionFor(c.env)))}
        reader={reader}
      />
    </Layout>
  );
  return cachedPage(c.req.raw, reader, [description.file, c.env.LAUREL_ORIGIN], page, {
    maxAgeSeconds: MAX_AGE_SECONDS,
    vary: ['Accept-Language'],
    headers: {
      'content-security-policy': contentSecurityPolicy({
        styles: [STYLESHEET_HASH, REFERENCE_STYLESHEET_HASH],
        scripts: [],
      }),
    },
  });
});

for (const path of ['/openapi.json', '/reference']) {
  apiDescription.all(path, onlyMethods('GET', 'HEAD'));
}

/** As JSON (OpenAPI 3.1). */
async function descriptionFor({ LAUREL_ORIGIN, ASSETS }: VerifierEnv): Promise<string> {
  return describedAt(LAUREL_ORIGIN, await readingAssets(ASSETS)(description.file));
}
