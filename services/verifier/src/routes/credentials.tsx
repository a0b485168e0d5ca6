import { preferredType } from '@laurel/http/media-type';
import { readerOf } from '@laurel/http/reader';
import { htmlResponse } from '@laurel/pages/document';
import { type Context, Hono } from 'hono';
import type { App } from '../env.ts';
import { proofOfDocument } from '../log/proof-of.ts';
import { CredentialPage } from '../pages/credential-page.tsx';
import { EndorsementPage } from '../pages/endorsement-page.tsx';
import { RecordPage } from '../pages/record-page.tsx';
import { knownIssuer } from '../presented/known-issuer.ts';
import { reportOnRecord } from '../presented/report.ts';
import { publicDatabases } from '../record/database.ts';
import { findSignedTexts } from '../record/signed-texts.ts';
import {
  findShown,
  findShownWithProof,
  type VisibleWithProof,
} from '../record/visible-credential.ts';
import { onlyMethods, refused } from '../refuse.ts';
import { artefact, type Extension, MADE } from './artefacts.ts';
import { certificatePage } from './certificate-page.tsx';
import { embedPage } from './embed.tsx';
import { endorsementDocuments, endorsementList } from './endorsements.tsx';
import { openedOrSaved } from './file.ts';
import { CREDENTIAL_TYPES, signedDocument, signedToken } from './signed-text.ts';
import { socialPicture } from './social-picture.ts';

export const credentials = new Hono<App>();

/** A holder may switch a link off at any moment: nobody keeps a copy, shared or not. */
credentials.use(async (c, next) => {
  await next();
  c.res.headers.set('cache-control', 'private, no-store');
});

credentials.get('/:name', async (c) => {
  const { id, extension } = partsOf(c.req.param('name'));
  const databases = publicDatabases(c.env);
  const wanted = preferredType(c.req.header('accept'), ['text/html', ...CREDENTIAL_TYPES]);
  if (extension === null && wanted === 'text/html') {
    const shown = await findShownWithProof(databases, c.env.LAUREL_ORIGIN, id);
    return shown === null ? refused(c, { reason: 'credential_unknown' }) : page(c, shown);
  }
  if (extension === null || extension === 'json' || extension === 'jwt') {
    return signedText(c, id, extension ?? 'json');
  }
  const withLogo = extension === 'pdf';
  const found = await findShown(databases, c.env.LAUREL_ORIGIN, id, { withLogo });
  if (found === null) return refused(c, { reason: 'credential_unknown' });
  const answer = await artefact(extension, found, c.req.raw, c.env, c.var.nowSeconds);
  return answer.ok ? answer.value : refused(c, answer.failure);
});
credentials.get('/:id/social.png', socialPicture);
credentials.all('/:id/social.png', onlyMethods('GET', 'HEAD'));
credentials.all('/:name', onlyMethods('GET', 'HEAD'));

credentials.get('/:id/embed', embedPage);
credentials.all('/:id/embed', onlyMethods('GET', 'HEAD'));

credentials.get('/:id/endorsements', endorsementList);
credentials.all('/:id/endorsements', onlyMethods('GET', 'HEAD'));

credentials.get('/:id/endorsements.json', endorsementDocuments);
credentials.all('/:id/endorsements.json', onlyMethods('GET', 'HEAD'));

credentials.get('/:id/certificate', certificatePage);
credentials.all('/:id/certificate', onlyMethods('GET', 'HEAD'));

async function page(c: Context<App>, withProof: VisibleWithProof): Promise<Response> {
  const { found } = withProof;
  const { document } = found.row;
  const reader = readerOf(c.req.raw);
  const databases = publicDatabases(c.env);
  const report = await reportOnRecord(
    databases,
    found,
    document,
    c.env.LAUREL_ORIGIN,
    c.var.nowSeconds,
  );
  const logProof = await proofOfDocument(withProof);
  const shown = { report, logProof, reader, path: c.req.path };
  const status = document === null ? 410 : 200;
  if (found.achievement !== null) {
    return htmlResponse(<CredentialPage found={found} {...shown} />, reader, { status });
  }
  if (found.row.endorses !== null) {
    return htmlResponse(<EndorsementPage found={found} {...shown} />, reader, { status });
  }
  const face = await knownIssuer(report, databases, c.env.LAUREL_ORIGIN);
  return htmlResponse(<RecordPage found={found} face={face} {...shown} />, reader, { status });
}

/** What was signed, byte for byte: as a document of the type that is asked for, or as the JWT of a profile. */
async function signedText(c: Context<App>, id: string, form: 'json' | 'jwt'): Promise<Response> {
  const texts = await findSignedTexts(publicDatabases(c.env), id);
  if (texts === null) return refused(c, { reason: 'credential_unknown' });
  const answer =
    form === 'json'
      ? signedDocument(texts, preferredType(c.req.header('accept'), CREDENTIAL_TYPES))
      : signedToken(texts, c.req.query('profile') ?? null);
  return answer.ok ? openedOrSaved(answer.value, c.req.raw) : refused(c, answer.failure);
}

/** An id and what its address ends in. Whatever is not an id of ours is looked up all the same. */
function partsOf(name: string): {
  readonly id: string;
  readonly extension: Extension | 'json' | 'jwt' | null;
} {
  for (const extension of [...MADE, 'json', 'jwt'] as const) {
    if (name.endsWith(`.${extension}`)) {
      return { id: name.slice(0, -extension.length - 1), extension };
    }
  }
  return { id: name, extension: null };
}
